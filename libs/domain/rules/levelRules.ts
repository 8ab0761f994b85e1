import { eprLiveOrImplementingRule, eprLiveRule } from './eprCoverageRule';
import { eprStateRule } from './eprStateRule';
import type { LevelRule } from './levelRule';
import { lateAgainstFirstPlanRule, lateAgainstPlanRule, planPublishedRule } from './planRules';
import { icbRule, nameRule, regionRule, typeRule } from './registerRules';
import { scopeRule } from './scopeRule';

/** Every rule over a trust as a whole. A rule is pure and closed over its own states, so it can be run without knowing them. */
export const levelRules: readonly LevelRule<unknown>[] = [
  scopeRule,
  nameRule,
  icbRule,
  regionRule,
  typeRule,
  eprStateRule,
  eprLiveRule,
  eprLiveOrImplementingRule,
  lateAgainstPlanRule,
  lateAgainstFirstPlanRule,
  planPublishedRule,
];

/** The rule of that id: `epr-live@1`. Undefined where there is none. */
export function levelRule(id: string): LevelRule<unknown> | undefined {
  return levelRules.find((rule) => rule.id === id);
}
