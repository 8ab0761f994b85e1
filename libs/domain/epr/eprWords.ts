import type { ReportedEprState } from '../events/eprLifeCycle';
import type { FactVersion } from '../facts/factVersion';

/** A state of the life cycle in words that follow "is recorded as". */
export const STATE_WORDS: Readonly<Record<ReportedEprState, string>> = {
  none: 'no EPR',
  outline_case: 'at outline business case',
  procuring: 'procuring',
  full_case: 'at full business case',
  contracted: 'contracted',
  implementing: 'implementing',
  live_partial: 'live in part',
  live: 'live',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
};

const CASE_WORDS: Readonly<Record<string, string>> = {
  strategic_outline: 'strategic outline case',
  outline: 'outline business case',
  full: 'full business case',
};

const of = ({ deployment }: FactVersion['data']): string => (typeof deployment === 'string' ? ` of ${deployment}` : '');

function reportWords(data: FactVersion['data']): string {
  const state = STATE_WORDS[data['state'] as ReportedEprState];
  return data['deployment'] === undefined
    ? `a return about the whole trust that says “${state}”`
    : `a return that says “${state}”${of(data)}`;
}

const PHRASES: Partial<Record<FactVersion['type'], (data: FactVersion['data']) => string>> = {
  'EprBusinessCaseApproved.v1': (data) =>
    `the approval of the ${CASE_WORDS[String(data['stage'])] ?? 'business case'}${of(data)}`,
  'EprProcurementStarted.v1': (data) => `the procurement${of(data)}`,
  'EprContractAwarded.v1': (data) =>
    `the ${data['stage'] === 'announced' ? 'announcement of a contract' : 'award of a contract'}${of(data)}`,
  'EprContractSigned.v1': (data) => `the signing of the contract${of(data)}`,
  'EprContractExpired.v1': (data) => `the expiry of the contract${of(data)}`,
  'EprImplementationStarted.v1': (data) => `the start of the implementation${of(data)}`,
  'EprPlanPublished.v1': (data) => `the publication of a plan${of(data)}`,
  'EprGoLivePlanned.v1': (data) => `a plan for the go-live${of(data)}`,
  'EprGoLivePostponed.v1': (data) => `a postponement of the go-live${of(data)}`,
  'EprWentLive.v1': (data) => `the go-live${data['extent'] === 'partial' ? ' in part' : ''}${of(data)}`,
  'EprUseSuspended.v1': (data) => `the suspension${of(data)}`,
  'EprUseResumed.v1': (data) => `the return to use${of(data)}`,
  'EprWithdrawn.v1': (data) => `the withdrawal${of(data)}`,
  'EprStateReported.v1': reportWords,
  'EprProgrammeRated.v1': (data) => `a rating of the programme${of(data)}`,
  'IncidentReported.v1': (data) => `a critical incident${of(data)}`,
};

/** A fact of the life cycle as a phrase within a sentence: `the go-live of ren-meditech`. No dates: a page writes those. */
export function eprFactWords({ type, data }: Pick<FactVersion, 'type' | 'data'>): string {
  return PHRASES[type]?.(data) ?? 'a fact';
}
