import type { Static } from '@sinclair/typebox';
import type { ReportedEprState } from '../events/eprLifeCycle';
import type { CONTRACT_STATUSES, CAPABILITY_STATUSES, ROLL_UPS, StandardPublished } from '../events/standards';
import type { CareSetting } from '../events/trustRegister';

/** A care setting, or the trust's main one. */
export type AskedSetting = CareSetting | 'main';
export type RollUp = (typeof ROLL_UPS)[number];

export interface EprCondition {
  readonly atLeast?: ReportedEprState;
  readonly in?: readonly ReportedEprState[];
  readonly deployments?: readonly string[];
  readonly covering?: readonly AskedSetting[];
}

export interface ContractCondition {
  readonly in: readonly (typeof CONTRACT_STATUSES)[number][];
  readonly deployments?: readonly string[];
}

/** Which assessments count: of several, the latest of each care setting. */
export interface AssessmentAsked {
  readonly framework: string;
  readonly versions?: readonly string[];
  readonly careSetting?: AskedSetting;
  readonly rollUp?: RollUp;
  readonly withinMonths?: number;
  readonly assurance?: readonly string[];
}

export interface ScoreCondition extends AssessmentAsked {
  readonly measure: string;
  readonly atLeast: number;
}

export interface CapabilityCondition extends AssessmentAsked {
  readonly capability: string;
  readonly in: readonly (typeof CAPABILITY_STATUSES)[number][];
}

/** A condition of a standard: an object with exactly one member, which says of what kind it is. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeast: { readonly count: number; readonly of: readonly Condition[] } }
  | { readonly rule: string }
  | { readonly epr: EprCondition }
  | { readonly contract: ContractCondition }
  | { readonly score: ScoreCondition }
  | { readonly capability: CapabilityCondition }
  | { readonly assessed: AssessmentAsked };

export interface StandardLevel {
  readonly name: string;
  readonly title?: string;
  readonly when?: Condition;
}

/** The rules of a standard's version: what is needed to evaluate it, and no more. */
export interface StandardRules extends Pick<Static<typeof StandardPublished>, 'rollUp' | 'mergerPolicy'> {
  readonly levels: readonly StandardLevel[];
  readonly metFrom?: string;
  readonly rules?: Readonly<Record<string, Condition>>;
}

/** A version of a standard, as it is published. */
export interface StandardDefinition
  extends StandardRules, Pick<Static<typeof StandardPublished>, 'version' | 'purpose' | 'title' | 'effectiveFrom'> {
  readonly description?: string;
  readonly scope?: { readonly types: readonly string[] };
  readonly authority?: string;
  readonly statement?: string;
}
