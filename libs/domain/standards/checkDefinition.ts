import type { Rejection } from '../deciding/decision';
import { checkConditions } from './checkConditions';
import { checkReferences } from './checkReferences';
import type { StandardRules } from './condition';

function checkLevels({ levels, metFrom }: StandardRules): Rejection | undefined {
  const names = levels.map(({ name }) => name);
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (twice >= 0) {
    const sentence = `Two levels are called ${names[twice] as string}.`;
    return { rule: 'levels-unclear', sentence, pointer: `/levels/${twice}/name` };
  }
  if (levels[0]?.when !== undefined) {
    const sentence = 'The lowest level is what is left where no other is reached, so it has no condition.';
    return { rule: 'levels-unclear', sentence, pointer: '/levels/0/when' };
  }
  const bare = levels.findIndex(({ when }, at) => at > 0 && when === undefined);
  if (bare >= 0) {
    const sentence = `Level ${names[bare] as string} has no condition.`;
    return { rule: 'levels-unclear', sentence, pointer: `/levels/${bare}/when` };
  }
  if (metFrom === undefined || names.indexOf(metFrom) > 0) return undefined;
  const sentence = 'metFrom names one of the levels above the lowest: the one from which on the standard is met.';
  return { rule: 'levels-unclear', sentence, pointer: '/metFrom' };
}

/**
 * What the schema of a standard's version cannot say: that its levels are in order and each has its condition, that
 * references lead somewhere and not in a circle, and that conditions ask for what exists, within its scale.
 */
export function checkDefinition(rules: StandardRules): Rejection | undefined {
  return checkLevels(rules) ?? checkReferences(rules) ?? checkConditions(rules);
}
