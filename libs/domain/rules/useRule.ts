import type { FactVersion } from '../facts/factVersion';
import type { LevelRule, Verdict } from './levelRule';
import { NOT_KNOWN } from './levelRule';
import type { UseState } from './useAfter';
import { useAfter } from './useAfter';
import { USE_TYPES } from './useTypes';

const NOTHING: Verdict = { level: NOT_KNOWN, why: -1 };

/**
 * `use@1/{deployment}`: the use of one deployment, from the facts that name it. A return about the trust as a whole that
 * says `none` says it of every deployment; another state of the whole trust says nothing about this one.
 */
export function useRule(deployment: string): LevelRule<UseState | undefined> {
  return {
    id: `use@1/${deployment}`,
    types: USE_TYPES,
    initial: undefined,
    evolve(state: UseState | undefined, fact: FactVersion): UseState | undefined {
      const named = fact.data['deployment'];
      if (named === undefined ? fact.data['state'] !== 'none' : named !== deployment) return state;
      return useAfter(state, fact);
    },
    same: (a, b) => a === b || (a !== undefined && b !== undefined && a.level === b.level && a.why === b.why),
    verdict: (state) => state ?? NOTHING,
  };
}
