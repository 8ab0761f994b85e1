import { slugInWords } from '../format/slugInWords';
import type { EventData } from '../format/eventMembers';

/** One member that a correction changed. */
export interface ChangedMember {
  readonly member: string;
  readonly before: string;
  readonly after: string;
}

const ABSENT = 'not given';

/** What a correction changed, member by member, beside what it replaced. The reserved member `corrects` is no part of the fact. */
export function changedMembers(before: EventData, after: EventData): readonly ChangedMember[] {
  const members = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== 'corrects');
  return members
    .map((name) => ({ member: memberInWords(name), before: shown(before[name]), after: shown(after[name]) }))
    .filter((change) => change.before !== change.after);
}

/** `occurredOn` as `Occurred on`. */
export function memberInWords(name: string): string {
  return slugInWords(name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase());
}

function shown(value: unknown): string {
  if (value === undefined) return ABSENT;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
