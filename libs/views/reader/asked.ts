import {
  eprLiveOrImplementingRule,
  eprLiveRule,
  eprStateRule,
  icbRule,
  lateAgainstFirstPlanRule,
  lateAgainstPlanRule,
  nameRule,
  planPublishedRule,
  regionRule,
  scopeRule,
  typeRule,
} from '@milepost/domain';
import type { LevelRule } from '@milepost/domain';
import type { Topic } from '../facts/topic';
import { TOPIC } from '../facts/topic';
import type { FigureMetric, GroupBy } from '../questions';

/** A rule that answers from spans, and the topic of the facts that it reads. */
export interface AskedRule {
  readonly rule: LevelRule<unknown>;
  readonly topic: Topic;
}

const register = <State>(rule: LevelRule<State>): AskedRule => ({
  rule: rule,
  topic: TOPIC.register,
});
const epr = <State>(rule: LevelRule<State>): AskedRule => ({ rule: rule, topic: TOPIC.epr });

export const SCOPE = register(scopeRule);
export const NAME = register(nameRule);
export const EPR_STATE = epr(eprStateRule);
export const GROUPS: Readonly<Record<GroupBy, AskedRule>> = {
  icb: register(icbRule),
  region: register(regionRule),
  type: register(typeRule),
};

/** The rule behind a metric; `in-scope` counts the scope itself. */
export const METRICS: Readonly<Record<FigureMetric, AskedRule>> = {
  'in-scope': SCOPE,
  'epr-live': epr(eprLiveRule),
  'epr-live-or-implementing': epr(eprLiveOrImplementingRule),
  'late-against-plan': epr(lateAgainstPlanRule),
  'late-against-first-plan': epr(lateAgainstFirstPlanRule),
  'plan-published': epr(planPublishedRule),
};

/** A definition as an answer names it: the rule's version, and what becomes of predecessors where that matters. */
export const definitionOf = (metric: FigureMetric): string =>
  metric === 'in-scope' ? SCOPE.rule.id : `${METRICS[metric].rule.id}, acquirer-only`;
