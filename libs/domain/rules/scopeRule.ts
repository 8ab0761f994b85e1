import type { FactVersion } from '../facts/factVersion';
import { fromDayAfterClosing } from './dayAfterClosing';
import type { LevelRule, Verdict } from './levelRule';

interface Scope {
  /** Whether the register has it as a trust of the English NHS; undefined before its opening. */
  readonly english: boolean | undefined;
  readonly closed: boolean;
  readonly verdict: Verdict;
}

const scope = (english: boolean | undefined, closed: boolean, why: number): Scope => ({
  english,
  closed,
  verdict: { level: english === true && !closed ? 'in' : 'out', why },
});

/**
 * `scope@1`: whether a trust counts on a day. In: registered in England (care trusts count) and not closed. Out: before
 * its opening, after its last day, and every trust of the Welsh NHS. Not known: within a window in which it opened or
 * closed. A code is never used again, so a closing holds for good, whatever order the dates come in.
 */
export const scopeRule: LevelRule<Scope> = {
  id: 'scope@1',
  types: new Set(['TrustRegistered.v1', 'TrustClosed.v1']),
  initial: scope(undefined, false, -1),
  evolve(state: Scope, { type, data, sequence }: FactVersion): Scope {
    if (type === 'TrustClosed.v1') return state.closed ? state : scope(state.english, true, sequence);
    const english = data['country'] === 'England';
    if (english === state.english) return state;
    return scope(english, state.closed, state.closed ? state.verdict.why : sequence);
  },
  same: (a, b) => a.english === b.english && a.closed === b.closed && a.verdict.why === b.verdict.why,
  verdict: ({ verdict }) => verdict,
  effects: fromDayAfterClosing,
};
