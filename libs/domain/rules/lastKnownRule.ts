import type { FactType } from '../events/factSchemas';
import type { FactVersion } from '../facts/factVersion';
import { fromDayAfterClosing } from './dayAfterClosing';
import type { LevelRule, Verdict } from './levelRule';
import { NOT_KNOWN } from './levelRule';

interface LastKnown extends Verdict {
  readonly ended: boolean;
}

/** Which member of which type says the value. */
export type SaidBy = Partial<Record<FactType, string>>;

/**
 * A value that holds from the day something says it until something says another. A fact that does not carry the member
 * says nothing about it. Where closings are listed, a closing ends it for good: afterwards it is not known.
 */
export function lastKnownRule(id: string, saidBy: SaidBy, endsWithClosing: boolean): LevelRule<LastKnown> {
  const members = new Map(Object.entries(saidBy));
  const types = new Set(Object.keys(saidBy) as FactType[]);
  if (endsWithClosing) types.add('TrustClosed.v1');
  return {
    id,
    types,
    initial: { level: NOT_KNOWN, why: -1, ended: false },
    evolve(state: LastKnown, { type, data, sequence }: FactVersion): LastKnown {
      if (state.ended) return state;
      if (type === 'TrustClosed.v1') return { level: NOT_KNOWN, why: sequence, ended: true };
      const value = data[members.get(type) as string];
      return typeof value === 'string' && value !== state.level ? { level: value, why: sequence, ended: false } : state;
    },
    same: (a, b) => a.level === b.level && a.why === b.why && a.ended === b.ended,
    verdict: (state) => state,
    ...(endsWithClosing && { effects: fromDayAfterClosing }),
  };
}
