import type { FactVersion, LevelRule } from '@milepost/domain';
import type { LaneRules } from './lane';

type Rule = LevelRule<unknown>;

const sameFold = (a: Rule, b: Rule): boolean =>
  a.initial === b.initial &&
  a.evolve === b.evolve &&
  a.same === b.same &&
  a.effects === b.effects &&
  a.types === b.types;

/** Rules put together that share their fold, so that each fold is run once however many verdicts are drawn from it. */
export function laneRules(rules: readonly Rule[]): LaneRules[] {
  const lanes: { readonly rules: [Rule, ...Rule[]]; concerns(fact: FactVersion): boolean }[] = [];
  for (const rule of rules) {
    const lane = lanes.find((other) => sameFold(other.rules[0], rule));
    if (lane) lane.rules.push(rule);
    else lanes.push({ rules: [rule], concerns: ({ type }) => rule.types.has(type) });
  }
  return lanes;
}
