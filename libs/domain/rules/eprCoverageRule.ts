import type { ReportedEprState } from '../events/eprLifeCycle';
import { furthestOf } from './furthestOf';
import type { LevelRule } from './levelRule';
import { NOT_KNOWN } from './levelRule';
import type { TrustEpr } from './trustEpr';
import { NOTHING_KNOWN, sameTrustEpr, trustEprAfter } from './trustEpr';
import { ladderRank } from './ladderRank';
import { USE_TYPES } from './useTypes';

/**
 * Whether a trust counts as having got as far as `least`. Yes where a deployment is in one of the states that count.
 * No only where a return about the trust as a whole named a step short of it and nothing has reached it since. Anything
 * else is not known: silence, a contract, a procurement or the suspension of a system never make it no.
 */
function coverageRule(id: string, counts: ReadonlySet<ReportedEprState>, least: ReportedEprState): LevelRule<TrustEpr> {
  const rank = ladderRank(least) as number;
  return {
    id,
    types: USE_TYPES,
    initial: NOTHING_KNOWN,
    evolve: trustEprAfter,
    same: sameTrustEpr,
    verdict(state) {
      const counted = state.uses.find(({ level }) => counts.has(level));
      if (counted) return { level: 'yes', why: counted.why };
      const { whole } = state;
      if (whole && whole.furthest < rank) return { level: 'no', why: whole.why };
      return { level: NOT_KNOWN, why: furthestOf(state)?.why ?? -1 };
    },
  };
}

/** `epr-live@1`, acquirer only: an EPR is in use, in part or in full, on any deployment. */
export const eprLiveRule = coverageRule('epr-live@1', new Set(['live', 'live_partial']), 'live_partial');

/** `epr-live-or-implementing@1`, acquirer only: an EPR is in use or being put in on any deployment. */
export const eprLiveOrImplementingRule = coverageRule(
  'epr-live-or-implementing@1',
  new Set(['live', 'live_partial', 'implementing']),
  'implementing',
);
