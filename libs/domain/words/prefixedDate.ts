import { dateInWords } from './dateInWords';
import type { DatedText } from './dateInWords';
import { textMember } from '../facts/eventMembers';
import type { EventData } from '../facts/eventMembers';

/** The date that an event holds under a prefix (`planned`, `deadline`, `ends`, `decided`); undefined where it holds none. */
export function prefixedDate(data: EventData, prefix: string): DatedText | undefined {
  const precision = textMember(data, `${prefix}Precision`);
  const on = textMember(data, prefix === 'planned' ? 'plannedFor' : `${prefix}On`);
  const by = textMember(data, `${prefix}By`);
  return precision === undefined && on === undefined && by === undefined ? undefined : { on, by, precision };
}

/** ` for October 2026`, ` on or before 31 October 2026`: ready to follow a noun; a plain date takes the word given. */
export function afterNoun(date: DatedText, word: string): string {
  const words = dateInWords(date);
  return /^(on or before|between|about|date)/.test(words) ? ` ${words}` : ` ${word} ${words}`;
}
