import { compareFacts } from '../facts/compareFacts';
import type { FactVersion } from '../facts/factVersion';
import type { Day } from '../time/day';
import { effectsOf } from './effectsOf';
import type { LevelRule, Verdict } from './levelRule';
import { verdictWhileOpen } from './verdictWhileOpen';

/** A run of days with one verdict: from this day to the next segment's. The first begins at `-Infinity`. */
export interface Segment extends Verdict {
  readonly from: Day;
}

function effectsInOrder(rule: LevelRule<unknown>, facts: readonly FactVersion[]): FactVersion[] {
  return facts
    .filter((fact) => rule.types.has(fact.type))
    .flatMap((fact) => effectsOf(rule, fact))
    .sort(compareFacts);
}

/** The days on which a verdict can change: where a window begins or ends. */
function turningDays(effects: readonly FactVersion[]): Day[] {
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
    for (; folded < effects.length && (effects[folded] as FactVersion).window.latest <= day; folded += 1) {
      state = rule.evolve(state, effects[folded] as FactVersion);
    }
    const open = effects.slice(folded).filter(({ window }) => window.earliest <= day);
    const { level, why } = verdictWhileOpen(rule, state, open);
    const last = segments.at(-1);
    if (last?.level !== level || last.why !== why) segments.push({ from: day, level, why });
  }
  return segments;
}

/** What a rule says on one day, from one trust's effective facts in any order. The state of a day is that at its end. */
export function verdictOn<State>(rule: LevelRule<State>, facts: readonly FactVersion[], day: Day): Verdict {
  let state = rule.initial;
  const open: FactVersion[] = [];
  for (const effect of effectsInOrder(rule, facts)) {
    if (effect.window.latest <= day) state = rule.evolve(state, effect);
    else if (effect.window.earliest <= day) open.push(effect);
  }
  return verdictWhileOpen(rule, state, open);
}
