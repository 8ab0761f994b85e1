import { dateInWords } from '../format/dateInWords';
import { textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { slugInWords } from '../format/slugInWords';
import { sourceInWords } from '../format/sourceInWords';

/** One member that a correction changed. */
export interface ChangedMember {
  readonly member: string;
  readonly before: string;
  readonly after: string;
}

const ABSENT = 'not given';

/** Members that are read together, or in words of their own. */
const IN_WORDS: Readonly<Record<string, (data: EventData) => string | undefined>> = {
  When: (data) => {
    const [on, by] = [textMember(data, 'occurredOn'), textMember(data, 'occurredBy')];
    const precision = textMember(data, 'precision');
    return precision === undefined ? undefined : dateInWords({ on, by, precision });
  },
  Source: (data) => {
    const source = sourceInWords(data);
    return source && [source.text, source.note, source.href].filter((part) => part !== undefined).join(', ');
  },
};
/** The reserved member `corrects` is no part of the fact. */
const NOT_ALONE: ReadonlySet<string> = new Set(['corrects', 'occurredOn', 'occurredBy', 'precision', 'source']);

/** What a correction changed, member by member, beside what it replaced. */
export function changedMembers(before: EventData, after: EventData): readonly ChangedMember[] {
  const inWords = Object.entries(IN_WORDS).map(([member, words]) => ({
    member,
    before: words(before) ?? ABSENT,
    after: words(after) ?? ABSENT,
  }));
  const alone = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !NOT_ALONE.has(name))
    .map((name) => ({ member: memberInWords(name), before: shown(before[name]), after: shown(after[name]) }));
  return [...inWords, ...alone].filter((change) => change.before !== change.after);
}

/** `productSupplier` as `Product supplier`. */
function memberInWords(name: string): string {
  return slugInWords(name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase());
}

function shown(value: unknown): string {
  if (value === undefined) return ABSENT;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
