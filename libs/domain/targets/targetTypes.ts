import type { FactType } from '../events/factSchemas';

/** Facts that set a target or change it, in the target's own stream. */
export const TARGET_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  'TargetSet.v1',
  'TargetReworded.v1',
  'ThresholdChanged.v1',
  'DeadlineExtended.v1',
  'TargetWithdrawn.v1',
]);

/** Facts of a programme that say when it ends: its end is listed as a target. */
export const PROGRAMME_END_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  'ProgrammeLaunched.v1',
  'ProgrammeEndRevised.v1',
  'ProgrammeSucceeded.v1',
]);

/** Facts that say in so many words that a date was moved. Only these have a case file. */
export const EXTENSION_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  'DeadlineExtended.v1',
  'ProgrammeEndRevised.v1',
]);

/** What the id of a programme's end ends with, after the programme's own. */
const END = '-end';

/** The id under which a programme's end is listed as a target. */
export const programmeEndId = (programme: string): string => `${programme}${END}`;

/** The programme whose end an id names; undefined where it is no such id. */
export function programmeOfEnd(id: string): string | undefined {
  return id.endsWith(END) && id.length > END.length ? id.slice(0, -END.length) : undefined;
}
