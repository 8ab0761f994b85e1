import type { FactVersion } from '../facts/factVersion';
import type { LevelRule } from './levelRule';

/** A fact as it takes effect under a rule: itself in its own window, but where the rule says otherwise. */
export function effectsOf(rule: Pick<LevelRule<unknown>, 'effects'>, fact: FactVersion): readonly FactVersion[] {
  return rule.effects ? rule.effects(fact) : [fact];
}
