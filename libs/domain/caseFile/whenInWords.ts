import type { FactVersion } from '../facts/factVersion';
import { textMember } from '../facts/eventMembers';
import type { TargetDate } from '../targets/targetSaid';
import { dateInWords } from '../words/dateInWords';
import type { DatedText } from '../words/dateInWords';

/** `on 15 November 2023`, `in July 2023`, `on a day not known`: when a fact was announced, as exactly as it was said. */
export function whenInWords({ data }: Pick<FactVersion, 'data'>): string {
  const text = { on: textMember(data, 'occurredOn'), by: textMember(data, 'occurredBy') };
  return placed({ ...text, precision: textMember(data, 'precision') });
}

/** `by March 2026`, `by 31 March 2026`; a date that is no plain one says itself how it is meant. */
export function byDate({ text }: TargetDate): string {
  return /^(day|month|quarter|year)$/.test(text.precision ?? '') ? `by ${dateInWords(text)}` : dateInWords(text);
}

function placed(date: DatedText): string {
  const words = dateInWords(date);
  switch (date.precision) {
    case 'day':
      return `on ${words}`;
    case 'month':
    case 'quarter':
    case 'year':
      return `in ${words}`;
    case 'unknown':
    case undefined:
      return 'on a day not known';
    default:
      return words;
  }
}
