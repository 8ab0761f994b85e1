import type { FactType } from '../events/factSchemas';
import type { FactVersion } from '../facts/factVersion';
import { cutToPublic } from '../time/cutToPublic';
import type { Day } from '../time/day';
import type { DatePrefix } from '../time/datePrefix';
import { dateProblem } from '../time/dateProblem';
import { datesIn } from '../time/dates';
import type { Occurrence } from '../time/occurrence';
import { windowOf } from '../time/windowOf';
import type { PublicMark, Rejection } from './decision';
import { readPublicDay } from './readPublicDay';

/** A fact that a command would record, or a version of one, before anything is decided about it. */
export interface Proposal {
  readonly type: FactType;
  /** Valid under the schema of its type. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The day it was reported or became public, YYYY-MM-DD; absent: today. */
  readonly reportedOn?: string | undefined;
}

/** A proposal read: the version that it would be, and when and how it becomes public. */
export interface Candidate {
  readonly version: FactVersion;
  readonly public: PublicMark;
}

/** Id of a fact that has none yet. */
export const UNRECORDED = '';

const DATED: readonly DatePrefix[] = [
  'occurred',
  'planned',
  'decided',
  'deadline',
  'starts',
  'ends',
  'refersTo',
  'assessed',
  'asAt',
];

function dateRejection(data: Proposal['data'], prefix: DatePrefix): Rejection | undefined {
  const { on, by, precision } = datesIn(data, prefix);
  if (prefix !== 'occurred' && on === undefined && by === undefined && precision === undefined) return undefined;
  const problem = dateProblem(data, prefix);
  if (!problem) return undefined;
  const rule = problem.fault === 'no-such-date' ? 'no-such-date' : 'precision-contradicts-date';
  return { rule, sentence: problem.sentence, pointer: `/${problem.member}` };
}

/**
 * Reads a proposal as the version that it would be: every date in it exists and agrees with its precision, and its
 * window is cut to its public day.
 * @param sequence the place that it would take
 */
export function candidateOf(
  { type, data, reportedOn }: Proposal,
  fact: string,
  sequence: number,
  today: Day,
): Candidate | { readonly rejected: Rejection } {
  for (const prefix of DATED) {
    const rejection = dateRejection(data, prefix);
    if (rejection) return { rejected: rejection };
  }
  const published = readPublicDay(reportedOn, today);
  if ('rejected' in published) return published;
  const window = cutToPublic(windowOf(data as unknown as Occurrence), published.day);
  const version: FactVersion = { sequence, fact, type, window, publicOn: published.day, data };
  return { version, public: published.mark };
}
