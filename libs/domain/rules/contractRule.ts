import type { FactType } from '../events/factSchemas';
import type { FactVersion } from '../facts/factVersion';
import type { LevelRule, Verdict } from './levelRule';
import { NOT_KNOWN } from './levelRule';

export const CONTRACT_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  'EprContractAwarded.v1',
  'EprContractSigned.v1',
  'EprContractExpired.v1',
]);

/** `announced`, `awarded` and `signed` go forwards only, until an expiry. */
export type ContractLevel = 'announced' | 'awarded' | 'signed' | 'expired';

const FORWARDS: Readonly<Record<string, number>> = { announced: 1, awarded: 2, signed: 3 };

/** The contract status that a fact leads to. */
export function contractTargetOf({ type, data }: Pick<FactVersion, 'type' | 'data'>): ContractLevel {
  if (type === 'EprContractSigned.v1') return 'signed';
  if (type === 'EprContractExpired.v1') return 'expired';
  return data['stage'] === 'announced' ? 'announced' : 'awarded';
}

/**
 * `contract@1/{deployment}`: the status of a deployment's contract, apart from its use: not known, announced, awarded,
 * signed, expired. It does not go back, but after an expiry it begins anew. It switches nothing on or off.
 */
export function contractRule(deployment: string): LevelRule<Verdict> {
  return {
    id: `contract@1/${deployment}`,
    types: CONTRACT_TYPES,
    initial: { level: NOT_KNOWN, why: -1 },
    evolve(state: Verdict, fact: FactVersion): Verdict {
      if (fact.data['deployment'] !== deployment) return state;
      const level = contractTargetOf(fact);
      if (level === state.level || (FORWARDS[level] ?? Infinity) < (FORWARDS[state.level] ?? 0)) return state;
      return { level, why: fact.sequence };
    },
    same: (a, b) => a.level === b.level && a.why === b.why,
    verdict: (state) => state,
  };
}
