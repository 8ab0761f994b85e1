import { furthestOf } from './furthestOf';
import type { LevelRule } from './levelRule';
import { NOT_KNOWN } from './levelRule';
import type { TrustEpr } from './trustEpr';
import { NOTHING_KNOWN, sameTrustEpr, trustEprAfter } from './trustEpr';
import { USE_TYPES } from './useTypes';

/**
 * `epr-state@1`: what is recorded of a trust's EPR, rolled up: the state of the deployment that got furthest, in the
 * order live, live in part, suspended, implementing, contracted, full case, procuring, outline case, withdrawn, none.
 * It says what is recorded, not what there is: a deployment being procured does not show that the trust has no other EPR.
 * Not known where nothing says anything. Own facts only: a successor inherits nothing.
 */
export const eprStateRule: LevelRule<TrustEpr> = {
  id: 'epr-state@1',
  types: USE_TYPES,
  initial: NOTHING_KNOWN,
  evolve: trustEprAfter,
  same: sameTrustEpr,
  verdict(state) {
    const furthest = furthestOf(state);
    return { level: furthest?.level ?? NOT_KNOWN, why: furthest?.why ?? -1 };
  },
};
