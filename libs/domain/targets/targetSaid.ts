import { numberMember, textMember } from '../facts/eventMembers';
import type { FactVersion } from '../facts/factVersion';
import type { DatePrefix } from '../time/datePrefix';
import { datesIn } from '../time/dates';
import { readWindow } from '../time/readWindow';
import type { Window } from '../time/window';
import type { DatedText } from '../words/dateInWords';

/** Percent of trusts that a target asks for; both ends are the same where it asks for one. */
export interface Threshold {
  readonly low: number;
  readonly high: number;
}

/** The day or period by which a target is to be met, as given, and the days that it covers. */
export interface TargetDate {
  readonly text: DatedText;
  readonly window: Window;
}

/** What a target consists of. */
export interface TargetValues {
  readonly wording: string;
  /** As public statements name it: `epr_coverage`. */
  readonly metric: string;
  readonly population: string;
  readonly threshold: Threshold;
  readonly deadline: TargetDate;
  readonly withdrawn: boolean;
}

export const TARGET_MEMBERS = ['wording', 'metric', 'population', 'threshold', 'deadline', 'withdrawn'] as const;
export type TargetMemberName = (typeof TARGET_MEMBERS)[number];

/** A programme's end is met by no share of trusts: its metric says only what it is. */
export const PROGRAMME_END_METRIC = 'programme_end';

type Said = { readonly [Name in TargetMemberName]?: TargetValues[Name] | undefined };

/** What a fact says of its target; a member that it does not mention is absent or undefined, and stays as it was. */
export function targetSaid({ type, data }: Pick<FactVersion, 'type' | 'data'>): Said {
  const wording = textMember(data, 'wording');
  switch (type) {
    case 'TargetSet.v1':
      return { ...changed(data), population: textMember(data, 'population'), withdrawn: false };
    case 'TargetReworded.v1':
    case 'ThresholdChanged.v1':
    case 'DeadlineExtended.v1':
      return changed(data);
    case 'TargetWithdrawn.v1':
      return { withdrawn: true };
    case 'ProgrammeLaunched.v1':
      return { metric: PROGRAMME_END_METRIC, deadline: dateIn(data, 'ends'), withdrawn: false };
    case 'ProgrammeEndRevised.v1':
      return { wording, metric: PROGRAMME_END_METRIC, deadline: dateIn(data, 'ends') };
    case 'ProgrammeSucceeded.v1':
      return { deadline: dateIn(data, 'ends') };
    default:
      return {};
  }
}

function changed(data: FactVersion['data']): Said {
  const low = numberMember(data, 'thresholdPercentLow') ?? numberMember(data, 'thresholdPercentHigh');
  return {
    wording: textMember(data, 'wording'),
    metric: textMember(data, 'metric'),
    threshold: low === undefined ? undefined : { low, high: numberMember(data, 'thresholdPercentHigh') ?? low },
    deadline: dateIn(data, 'deadline'),
  };
}

/** A date under a prefix; undefined where none is given, or it is said to be unknown. */
export function dateIn(data: FactVersion['data'], prefix: DatePrefix): TargetDate | undefined {
  const { on, by, precision } = datesIn(data, prefix);
  const reading = readWindow({ on, by, precision });
  if (!('window' in reading) || precision === 'unknown') return undefined;
  return { text: { on, by, precision } as DatedText, window: reading.window };
}
