import type { ReportedEprState } from '../events/eprLifeCycle';
import type { FactVersion } from '../facts/factVersion';
import type { ContractLevel } from '../rules/contractRule';
import { NOT_KNOWN } from '../rules/levelRule';
import { NOTHING_KNOWN, sameTrustEpr, trustEprAfter } from '../rules/trustEpr';
import { USE_TYPES } from '../rules/useTypes';
import type { DeploymentTrack } from './deploymentTrack';
import { deploymentTrack } from './deploymentTrack';
import { contradictedByWhole, judgeDeploymentReport } from './judgeReport';
import type { Fold } from './possibleStates';
import { statesBefore } from './possibleStates';
import type { Judgement } from './stepTable';
import { contractJudgement, stepOf, useJudgement } from './stepTable';

/** A judgement, and the known state that it was made against (undefined where none was known). */
export interface Judged {
  readonly judgement: Judgement;
  readonly against: { readonly level: string; readonly why: number } | undefined;
}

const SEVERITY: Readonly<Record<Judgement, number>> = { follows: 0, 'needs-reason': 1, contradicts: 2 };
const FOLLOWS: Judged = { judgement: 'follows', against: undefined };

const worse = (a: Judged, b: Judged): Judged => (SEVERITY[b.judgement] > SEVERITY[a.judgement] ? b : a);
const kinder = (a: Judged, b: Judged): Judged => (SEVERITY[b.judgement] < SEVERITY[a.judgement] ? b : a);

function judgeContract(fact: FactVersion, { contract }: DeploymentTrack): Judged {
  const step = stepOf(fact);
  if (contract.level === NOT_KNOWN || (step !== 'awarded' && step !== 'signed' && step !== 'expired')) return FOLLOWS;
  const contractStep = step === 'awarded' && fact.data['stage'] === 'announced' ? 'announced' : step;
  return { judgement: contractJudgement(contractStep, contract.level as ContractLevel), against: contract };
}

function judgeUse(fact: FactVersion, { use }: DeploymentTrack): Judged {
  if (!use) return FOLLOWS;
  const step = stepOf(fact);
  if (step) return { judgement: useJudgement(step, use.level), against: use };
  if (fact.type !== 'EprStateReported.v1') return FOLLOWS;
  return { judgement: judgeDeploymentReport(fact.data['state'] as ReportedEprState, use.level), against: use };
}

const trustFold: Fold<typeof NOTHING_KNOWN> = {
  initial: NOTHING_KNOWN,
  evolve: (state, fact) => (USE_TYPES.has(fact.type) ? trustEprAfter(state, fact) : state),
  same: sameTrustEpr,
};

/**
 * How an EPR fact stands to the other effective facts of its trust, at its own time as known now. Where several states
 * may have been before it, the kindest judgement counts: only what cannot be is a contradiction.
 * @param others in the order of facts, without the fact itself
 */
export function judgeFact(fact: FactVersion, others: readonly FactVersion[]): Judged {
  const { deployment } = fact.data;
  if (typeof deployment === 'string') {
    const tracks = statesBefore(deploymentTrack(deployment), fact, others);
    return tracks.map((track) => worse(judgeUse(fact, track), judgeContract(fact, track))).reduce(kinder);
  }
  if (fact.type !== 'EprStateReported.v1') return FOLLOWS;
  const reported = fact.data['state'] as ReportedEprState;
  return statesBefore(trustFold, fact, others)
    .map((state): Judged => {
      const against = contradictedByWhole(reported, state);
      return against ? { judgement: 'contradicts', against } : FOLLOWS;
    })
    .reduce(kinder);
}
