import { compareFactsIn } from '../facts/compareFacts';
import type { FactVersion } from '../facts/factVersion';
import type { Day } from '../time/day';
import type { Window } from '../time/window';
import { effectWindow } from './effectWindow';
import type { LevelRule, Verdict } from './levelRule';
import { verdictWhileOpen } from './verdictWhileOpen';

/** A run of days with one verdict: from this day to the next segment's. The first begins at `-Infinity`. */
export interface Segment extends Verdict {
  readonly from: Day;
}

interface Effect {
  readonly fact: FactVersion;
  readonly window: Window;
}

function effectsInOrder(rule: LevelRule<unknown>, facts: readonly FactVersion[]): Effect[] {
  return facts
    .filter((fact) => rule.types.has(fact.type))
    .map((fact) => ({ fact, window: effectWindow(rule, fact) }))
    .sort((a, b) => compareFactsIn(a.fact, a.window, b.fact, b.window));
}

/** The days on which a verdict can change: where a window begins or ends. */
function turningDays(effects: readonly Effect[]): Day[] {
  const days = new Set<Day>([-Infinity]);
  for (const { window } of effects) {
    if (window.earliest < Infinity) days.add(window.earliest);
    if (window.latest < Infinity) days.add(window.latest);
  }
  return [...days].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * A rule's verdicts over all days, from one trust's effective facts in any order: the segments tile all days, and
 * neighbours differ in level or in what decided it. Facts of types that the rule does not depend on are ignored.
 */
export function profileOf<State>(rule: LevelRule<State>, facts: readonly FactVersion[]): Segment[] {
  const effects = effectsInOrder(rule, facts);
  const segments: Segment[] = [];
  let state = rule.initial;
  let folded = 0;
  for (const day of turningDays(effects)) {
    for (; folded < effects.length && (effects[folded] as Effect).window.latest <= day; folded += 1) {
      state = rule.evolve(state, (effects[folded] as Effect).fact);
    }
    const open = effects.slice(folded).filter(({ window }) => window.earliest <= day);
    const { level, why } = verdictWhileOpen(
      rule,
      state,
      open.map(({ fact }) => fact),
    );
    const last = segments.at(-1);
    if (last?.level !== level || last.why !== why) segments.push({ from: day, level, why });
  }
  return segments;
}

/** What a rule says on one day, from one trust's effective facts in any order. The state of a day is that at its end. */
export function verdictOn<State>(rule: LevelRule<State>, facts: readonly FactVersion[], day: Day): Verdict {
  let state = rule.initial;
  const open: FactVersion[] = [];
  for (const { fact, window } of effectsInOrder(rule, facts)) {
    if (window.latest <= day) state = rule.evolve(state, fact);
    else if (window.earliest <= day) open.push(fact);
  }
  return verdictWhileOpen(rule, state, open);
}
