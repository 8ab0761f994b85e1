import type { FactVersion } from '../facts/factVersion';
import type { LevelRule, Verdict } from './levelRule';
import { NOT_KNOWN } from './levelRule';

/**
 * No real trust comes near this many different outcomes on one day. Past it the answer is not known, so that a hundred
 * vague reports cannot make one question cost for ever.
 */
const MOST_POSSIBLE = 256;

/**
 * The verdict on a day on which the windows of some facts have begun and not ended. Each may have happened or not:
 * beginning with the certain state, every fact in order adds to the possible states what it would make of each of them.
 * One level in all of them is that level, decided as in the certain state; otherwise it is not known, and the last open
 * fact that changes a level is why.
 * @param open in the order of facts
 */
export function verdictWhileOpen<State>(rule: LevelRule<State>, certain: State, open: readonly FactVersion[]): Verdict {
  const verdict = rule.verdict(certain);
  if (open.length === 0) return verdict;
  const alike = (a: State, b: State): boolean => (rule.alike ? rule.alike(a, b) : rule.same(a, b));
  const possible = [certain];
  let why = -1;
  for (const fact of open) {
    const before = possible.length;
    for (let i = 0; i < before; i += 1) {
      const state = possible[i] as State;
      const next = rule.evolve(state, fact);
      if (next === state) continue;
      if (rule.verdict(next).level !== rule.verdict(state).level) why = fact.sequence;
      if (!possible.some((other) => alike(other, next))) possible.push(next);
    }
    if (possible.length > MOST_POSSIBLE) return { level: NOT_KNOWN, why: why < 0 ? fact.sequence : why };
  }
  return possible.every((state) => rule.verdict(state).level === verdict.level) ? verdict : { level: NOT_KNOWN, why };
}
