import type { ReportedEprState } from '../events/eprLifeCycle';
import type { DeploymentUse, TrustEpr } from '../rules/trustEpr';
import { WHOLE_TRUST } from '../rules/trustEpr';
import { ladderRank } from '../rules/ladderRank';
import type { Judgement } from './stepTable';

const IN_USE = ladderRank('live_partial') as number;

/**
 * How a return about a deployment stands to its known state. A return says how things were on its day and nothing of how
 * they came there, so passing over steps needs no reason. It contradicts where it is behind what is known: a step back on
 * the ladder, or a step short of use for a system that had been in use until it was suspended. After a withdrawal
 * anything may have begun again.
 */
export function judgeDeploymentReport(reported: ReportedEprState, known: ReportedEprState): Judgement {
  const to = ladderRank(reported);
  if (to === undefined) return 'follows';
  const from = known === 'suspended' ? IN_USE : ladderRank(known);
  return from !== undefined && to < from ? 'contradicts' : 'follows';
}

/**
 * The deployment that a return about the whole trust contradicts: `none` contradicts one that is under way or in use;
 * another step one that is further; suspended and withdrawn one in use. Undefined where it contradicts none.
 */
export function contradictedByWhole(reported: ReportedEprState, { uses }: TrustEpr): DeploymentUse | undefined {
  const to = ladderRank(reported);
  return uses.find(({ deployment, level }) => {
    if (reported === 'none') return level !== 'none' && level !== 'withdrawn';
    const from = ladderRank(level);
    if (from === undefined) return false;
    return to === undefined ? deployment !== WHOLE_TRUST && from >= IN_USE : to < from;
  });
}
