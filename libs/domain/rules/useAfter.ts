import type { ReportedEprState } from '../events/eprLifeCycle';
import type { FactVersion } from '../facts/factVersion';
import { ladderRank } from './ladderRank';

/** What is known of the use of one deployment, and the entry that brought it there. */
export interface UseState {
  readonly level: ReportedEprState;
  readonly why: number;
}

/** The state that a fact of the life cycle leads to; a return names it itself. */
export function useTargetOf({ type, data }: Pick<FactVersion, 'type' | 'data'>): ReportedEprState | undefined {
  switch (type) {
    case 'EprBusinessCaseApproved.v1':
      return data['stage'] === 'full' ? 'full_case' : 'outline_case';
    case 'EprProcurementStarted.v1':
      return 'procuring';
    case 'EprContractSigned.v1':
      return 'contracted';
    case 'EprImplementationStarted.v1':
      return 'implementing';
    case 'EprWentLive.v1':
    case 'EprUseResumed.v1':
      return data['extent'] === 'partial' ? 'live_partial' : 'live';
    case 'EprUseSuspended.v1':
      return 'suspended';
    case 'EprWithdrawn.v1':
      return 'withdrawn';
    case 'EprStateReported.v1':
      return data['state'] as ReportedEprState;
    default:
      return undefined;
  }
}

/**
 * The use of a deployment after a fact about it. A step of the ladder never moves it down: a contract whose month ends
 * after the day of the go-live does not undo the go-live. After a suspension or a withdrawal a step sets it anew.
 * A return sets it outright, as does a suspension or a withdrawal. The same reference where nothing changes.
 */
export function useAfter(state: UseState | undefined, fact: FactVersion): UseState | undefined {
  const level = useTargetOf(fact);
  if (level === undefined || level === state?.level) return state;
  if (state !== undefined && fact.type !== 'EprStateReported.v1') {
    const from = ladderRank(state.level);
    const to = ladderRank(level);
    if (from !== undefined && to !== undefined && to < from) return state;
  }
  return { level, why: fact.sequence };
}
