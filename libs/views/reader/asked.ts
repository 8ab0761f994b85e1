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

/** A rule that is asked, and the topic of the facts that it reads. */
export interface AskedRule {
  /**
   * Whether it is evaluated from the facts in effect at each question, and no spans of it are kept: every superseded plan
   * has a day on which it passes, so spans of lateness would cost a rebuild more the denser the plans are.
   */
  readonly fromFacts?: true;
  readonly rule: LevelRule<unknown>;
  readonly topic: Topic;
}

const register = <State>(rule: LevelRule<State>): AskedRule => ({
  rule: rule,
  topic: TOPIC.register,
});
const epr = <State>(rule: LevelRule<State>): AskedRule => ({ rule: rule, topic: TOPIC.epr });
const plans = <State>(rule: LevelRule<State>): AskedRule => ({ ...epr(rule), fromFacts: true });

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
  'late-against-plan': plans(lateAgainstPlanRule),
  'late-against-first-plan': plans(lateAgainstFirstPlanRule),
  'plan-published': plans(planPublishedRule),
};

/** A definition as an answer names it: the rule's version, and what becomes of predecessors where that matters. */
export const definitionOf = (metric: FigureMetric): string =>
  metric === 'in-scope' ? SCOPE.rule.id : `${METRICS[metric].rule.id}, acquirer-only`;
