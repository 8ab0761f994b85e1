import type { Day, FactType, MovementPartName, Occurrence, PlanLevel, Window } from '@milepost/domain';
import type { TrustDifference } from './movement/differences';
import type { MovedTrust, MovementAnswer, MovementAsked } from './movement/movementAnswer';
import type { Moment } from './moment';
import type { ReplayStep } from './replay/replayAnswer';

/** One version of a fact as a view shows it. */
export interface FactView {
  /** Entry number of this version. */
  readonly sequence: number;
  /** Id of the fact and of this version (equal for a first version). */
  readonly fact: string;
  readonly version: string;
  readonly type: FactType;
  /** `trust-RXX` and so on: the stream without the ledger's name. */
  readonly subject: string;
  readonly occurrence: Occurrence;
  readonly window: Window;
  readonly publicOn: Day;
  readonly publicHow: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Open disputes of this fact at the moment asked about. */
  readonly disputed: boolean;
}

/** One link of a fact's chain of versions, for history: what replaced what, and why. */
export interface FactHistoryItem {
  readonly sequence: number;
  readonly eventId: string;
  readonly storedType: string;
  readonly fact: string | undefined;
  readonly replaces: string | undefined;
  readonly reason: string | undefined;
  readonly publicOn: Day | undefined;
  readonly recordedAt: number;
  /** Whether this is the version in effect at the moment asked about. */
  readonly effective: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A value that may not be known on a day, with the entry that decided it (-1: nothing recorded). */
export interface Known<T> {
  readonly value: T | undefined;
  readonly why: number;
}

export type ScopeLevel = 'in' | 'out' | 'not-known';

/** A trust in the register at a moment. Not known is undefined, never an empty string. */
export interface TrustRow {
  readonly ods: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly kind: 'nhs_trust' | 'care_trust';
  readonly country: 'England' | 'Wales';
  readonly scope: ScopeLevel;
  /** First and last day of life as recorded; undefined where the record begins later or the trust is open. */
  readonly opened: Window | undefined;
  readonly closed: Window | undefined;
  readonly icb: Known<string>;
  readonly region: Known<string>;
  readonly type: Known<string>;
  readonly eprState: EprStateView;
  /** How many EPR facts are recorded about it, so that silence can be told from news. */
  readonly eprReports: number;
}

/** The trust's EPR state under the roll-up's version, and when it was last reported. */
export interface EprStateView {
  /** A state of the domain, or `not-known`. */
  readonly level: string;
  readonly why: number;
  /** The latest EPR fact of any kind that was true by the day; silence after it stays silence. */
  readonly lastReported: FactView | undefined;
}

export interface DeploymentView {
  readonly deployment: string;
  readonly product: string | undefined;
  readonly supplier: string | undefined;
  readonly productSupplier: string | undefined;
  readonly replaces: string | undefined;
  readonly use: EprStateView;
  readonly contract: { readonly level: string; readonly why: number };
  /** Every plan and postponement, oldest first; the last is the one in force. */
  readonly plans: readonly FactView[];
}

export interface TrustView extends TrustRow {
  readonly deployments: readonly DeploymentView[];
  readonly predecessors: readonly { readonly ods: string; readonly name: string; readonly fact: FactView }[];
  readonly successors: readonly { readonly ods: string; readonly name: string; readonly fact: FactView }[];
  readonly factCount: number;
}

export interface AssessmentView {
  readonly fact: FactView;
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly careSetting: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly assurance: string;
  readonly restated: boolean;
}

/** What one version of a framework says of one trust and care setting, by one measure. */
export interface AssessmentScore {
  /** Entry of the version of the fact that is in effect. */
  readonly sequence: number;
  /** As recorded, unrounded. */
  readonly score: number;
  /** Restated by the publication of a later version. */
  readonly restated: boolean;
}

/** One return under both versions. */
export interface AssessmentPair {
  readonly ods: string;
  readonly careSetting: string;
  readonly earlier: AssessmentScore;
  readonly later: AssessmentScore;
}

/** How a framework's two latest versions compare, return by return: a return is a trust and a care setting. */
export interface AssessmentChange {
  readonly definition: 'assessment-change@1';
  readonly framework: string;
  readonly measure: string;
  /** The two versions, in the order of their names. */
  readonly earlier: string;
  readonly later: string;
  readonly pairs: readonly AssessmentPair[];
  /** Returns that only one of the two versions has with a score. */
  readonly unpaired: number;
  /** The day on which the last of the scores was public. */
  readonly publicOn: Day;
}

export type FigureMetric =
  | 'in-scope'
  | 'epr-live'
  | 'epr-live-or-implementing'
  | 'late-against-plan'
  | 'late-against-first-plan'
  | 'plan-published';
export type GroupBy = 'region' | 'icb' | 'type';

/** Certain numerator, denominator, not known. While anything is unknown the percentage is a range; undefined where there is no denominator. */
export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  readonly notKnown: number;
  /** Deciding facts that are disputed at the moment. */
  readonly disputed: number;
  /** 100 × numerator / denominator, and with all not known counted in; exact, unrounded. */
  readonly percentLow: number | undefined;
  readonly percentHigh: number | undefined;
}

export interface FigureGroup extends Figure {
  /** Code of the region, ICB or type; undefined for the trusts whose group is not known on the day. */
  readonly group: string | undefined;
}

export interface FigureAnswer extends Figure {
  readonly metric: FigureMetric;
  readonly definition: string;
  readonly groups: readonly FigureGroup[] | undefined;
}

export interface FigureMember {
  readonly ods: string;
  readonly name: string;
  /** `yes`, `no` or `not-known`. */
  readonly verdict: string;
  /** Entries that decided: membership in scope first, then the verdict; -1 where nothing was recorded. */
  readonly scopeWhy: number;
  readonly why: number;
  /** In words: which condition, which event, what is missing. */
  readonly reason: string;
}

/** Go-lives that are not reached: all of them, or those of trusts that are late against one of their plans. */
export type GoLivesFilter = 'open' | 'late-against-plan' | 'late-against-first-plan';

/** Where a go-live stands against a plan as far as the record says, whether or not anything is reported up to the day. */
export interface AgainstPlan {
  readonly level: PlanLevel;
  /** The entry that decided; -1 where nothing was recorded. */
  readonly why: number;
  /** The plan that names the day; undefined where none does. */
  readonly plan: FactView | undefined;
  /** Days since the last day planned for; undefined where it is not late. */
  readonly daysLate: number | undefined;
}

export interface GoLiveView {
  readonly deployment: string;
  readonly latest: AgainstPlan;
  readonly first: AgainstPlan;
  /** Whether the last word was a postponement, or a plan, without a date. */
  readonly noDate: boolean;
  /** How often the first plan was moved, or given up without a new date. */
  readonly moves: number;
  /** Days from the last day first planned for to that of the latest plan; undefined where no plan names a day. */
  readonly movedByDays: number | undefined;
  /** Every plan and postponement of this deployment, oldest first. */
  readonly plans: readonly FactView[];
}

/** The go-lives of one trust that are not reached. */
export interface TrustGoLives {
  readonly ods: string;
  readonly name: string;
  /** The last day to which anything is reported of its EPR: beyond it nobody knows whether a plan was kept. Undefined: none. */
  readonly reportedTo: Day | undefined;
  readonly goLives: readonly GoLiveView[];
}

/**
 * Whether a trust has given a return since a day: one is recorded, none is, or one is of which it is not known whether it
 * is as at a day since then. That none is recorded says nothing of why.
 */
export type ReturnLevel = 'given' | 'none' | 'not-known';

export interface ReturnsOverdue {
  readonly since: Day;
  /** Trusts counted on the day; each is one of the three. */
  readonly counted: number;
  readonly given: number;
  readonly notKnown: number;
  readonly none: number;
  /** Whether any return at all is recorded by the day: a record that receives none says nothing about trusts. */
  readonly received: boolean;
  /** Those of which none is recorded, or it is not known, by name, as many as were asked for. */
  readonly overdue: readonly {
    readonly ods: string;
    readonly name: string;
    readonly level: ReturnLevel;
    /** The last return by the day, of whatever day. */
    readonly last: FactView | undefined;
  }[];
}

export interface SeriesPoint extends Figure {
  /** The last day of the period. */
  readonly day: Day;
}

/** By name, by code, or the latest EPR report first and then by name. No order ranks trusts. */
export type TrustOrder = 'name' | 'code' | 'reported';

export interface TrustFilter {
  /** Matches name, former name or code, case-insensitively. */
  readonly search?: string;
  readonly region?: string;
  readonly icb?: string;
  readonly type?: string;
  readonly eprState?: string;
  readonly scope?: ScopeLevel;
  /** Only trusts with EPR reports, or only those without. */
  readonly reported?: boolean;
  /** By name where it is not said. */
  readonly order?: TrustOrder;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Total before paging. */
  readonly total: number;
}

export interface TrustPage extends Page<TrustRow> {
  /** Trusts that match all else that was asked for and are not of the scope asked for; 0 where none was. */
  readonly outOfScope: number;
}

export interface IcbView {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly regionName: string;
  readonly opened: Window | undefined;
  readonly closed: Window | undefined;
}

export type ViewState =
  | { readonly kind: 'catching-up' | 'live' }
  /** An entry could not be applied; the other views go on. */
  | { readonly kind: 'halted'; readonly sequence: number; readonly reason: string };

export interface ViewStatus {
  readonly view: string;
  readonly version: string;
  /** Next sequence to apply. */
  readonly next: number;
  readonly state: ViewState;
}

/**
 * The questions that views answer, each at any moment, each reading a bounded number of rows.
 * A moment whose size is beyond what the views have applied is refused with ViewsBehind, never answered stale.
 */
export interface Questions {
  status(): readonly ViewStatus[];
  trusts(moment: Moment, filter: TrustFilter, offset: number, limit: number): TrustPage;
  /** How many of the trusts in scope have any EPR report in effect, whatever day it speaks of: the total of `trusts` asked so. */
  reportedInScope(moment: Moment): number;
  trust(moment: Moment, ods: string): TrustView | undefined;
  /** EPR facts and plans of a trust in the order of facts, effective versions only. */
  timeline(moment: Moment, ods: string): readonly FactView[];
  assessments(moment: Moment, ods: string): readonly AssessmentView[];
  /**
   * The returns of all trusts under the framework's two latest versions, by one measure. It reads the latest assessments of
   * each trust, at most 24; undefined where fewer than two versions have scores.
   */
  assessmentChange(moment: Moment, framework: string, measure: string): AssessmentChange | undefined;
  /** Every version and mark about a trust that the moment can see, by entry. */
  history(moment: Moment, ods: string): readonly FactHistoryItem[];
  /** The chain of one fact. */
  fact(moment: Moment, factId: string): readonly FactHistoryItem[];
  /** Effective facts of any kind of subject (`statement`, `target`, `programme`, `icb`, `sharedepr`, `source`), newest public first. */
  facts(moment: Moment, kind: string, offset: number, limit: number): Page<FactView>;
  /** Effective facts about one subject of such a kind, in the order of facts. */
  factsAbout(moment: Moment, kind: string, id: string): readonly FactView[];
  /** EPR facts of all trusts, newest first: for the first page. */
  milestones(
    moment: Moment,
    offset: number,
    limit: number,
  ): Page<FactView & { readonly ods: string; readonly name: string }>;
  icbs(moment: Moment): readonly IcbView[];
  figure(moment: Moment, metric: FigureMetric, by: GroupBy | undefined): FigureAnswer;
  members(moment: Moment, metric: FigureMetric, offset: number, limit: number): Page<FigureMember>;
  /** Trusts counted on the day with go-lives that are not reached, by name, each with its plans. */
  goLives(moment: Moment, filter: GoLivesFilter, offset: number, limit: number): Page<TrustGoLives>;
  /** Which trusts counted on the day have given no return (EprStateReported) as at a day from `since` on. */
  returnsOverdue(moment: Moment, since: Day, offset: number, limit: number): ReturnsOverdue;
  /** One point a month (or quarter) from first to last day, at one size and public day. */
  series(moment: Moment, metric: FigureMetric, from: Day, to: Day, every: 'month' | 'quarter'): readonly SeriesPoint[];
  /**
   * How a figure moved between two moments that both have a limit of what had been public or both have none, along the
   * fixed path: corrected or learned later about the first day, then what came to pass up to the second, then what is
   * counted differently. It reads the verdicts at the three or four moments of the path.
   */
  movement(asked: MovementAsked, by: GroupBy | undefined): MovementAnswer;
  /** The trusts behind a movement, or behind one part of it; by group each for every group that it moved in. */
  movedTrusts(
    asked: MovementAsked,
    by: GroupBy | undefined,
    part: MovementPartName | undefined,
    offset: number,
    limit: number,
  ): Page<MovedTrust>;
  /** What is another of each trust at the second moment, trust by trust, and why; at most three readings of eight rules. */
  compare(from: Moment, to: Moment, offset: number, limit: number): Page<TrustDifference>;
  /**
   * The figures at each of some moments, and what moved them since the moment before: between two neighbours either the
   * day differs or what is known. It reads each moment's verdicts once.
   */
  replay(moments: readonly Moment[], metrics: readonly FigureMetric[]): readonly ReplayStep[];
}
