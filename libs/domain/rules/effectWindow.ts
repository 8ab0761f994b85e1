import type { FactVersion } from '../facts/factVersion';
import type { Window } from '../time/window';
import type { LevelRule } from './levelRule';

/** The days between which a fact takes effect under a rule: its own window, but where the rule says otherwise. */
export function effectWindow(rule: LevelRule<unknown>, fact: FactVersion): Window {
  return rule.effect ? rule.effect(fact) : fact.window;
}
