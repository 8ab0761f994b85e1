import type { FactVersion } from '../facts/factVersion';
import type { TargetStep } from '../targets/targetSteps';
import type { Day } from '../time/day';
import type { Window } from '../time/window';

/** Days on which so many trusts were counted. */
export interface CountedDays {
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
}

/** A public statement, and what the register counts for the days that it is about. */
export interface CaseStatement {
  /** Id of the statement, without its kind. */
  readonly id: string;
  readonly fact: FactVersion;
  /** The days that it is about, as far as they had come; undefined where they had not, or are not known. */
  readonly about: Window | undefined;
  /** Trusts counted on those days; empty where they cannot be counted. */
  readonly counted: readonly CountedDays[];
  /** Its denominator beside them; `differs-unexplained`: as many were never counted before. */
  readonly denominator: 'same' | 'differs-outdated' | 'differs-unexplained' | 'not-compared';
  /** The last day on which as many trusts were counted as an outdated denominator says. */
  readonly countedUntil: Day | undefined;
}

/** A target, or a programme's end, with its history. */
export interface CaseTarget {
  readonly id: string;
  readonly steps: readonly TargetStep[];
}

/** All that the rules of a case file look at. Whatever they say follows from this and from nothing else. */
export interface CaseMaterial {
  /** The target, or end, whose date was moved. */
  readonly target: CaseTarget;
  /** The change that moved it. */
  readonly extension: TargetStep;
  /** The programme's own name; undefined where it is not known, or the target is not its end. */
  readonly programme: string | undefined;
  /** Targets beside it. */
  readonly others: readonly CaseTarget[];
  /** In the order in which they were made. */
  readonly statements: readonly CaseStatement[];
  /** What else was recorded of the programme, in the order of facts. */
  readonly programmeFacts: readonly FactVersion[];
  /** The day asked about. */
  readonly day: Day;
}

/** One sentence of a case file, with all that it follows from. */
export interface Finding {
  /** Name of the rule, with its version. */
  readonly rule: string;
  readonly sentence: string;
  /** Entries without any one of which the sentence would not stand as it does. */
  readonly why: readonly number[];
  /** Ids of the public statements among them. */
  readonly statements: readonly string[];
}
