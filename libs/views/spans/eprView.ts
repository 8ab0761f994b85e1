import type { FactVersion, LevelRule } from '@milepost/domain';
import { contractRule, eprLiveOrImplementingRule, eprLiveRule, eprStateRule, useRule } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import type { LaneRules } from './lane';
import { laneRules } from './laneRules';
import type { RuleViewDefinition } from './ruleViewDefinition';

const TRUST_LANES = laneRules([eprStateRule, eprLiveRule, eprLiveOrImplementingRule]);

/** Stands for every deployment that no fact of use names: what a return about the whole trust says of it. No deployment is called so. */
export const ANY_DEPLOYMENT = '';

/** The facts that name a deployment, and those about the trust as a whole; a rule of one deployment passes over all others. */
function deploymentLane(rule: LevelRule<unknown>, deployment: string): LaneRules {
  return {
    rules: [rule],
    concerns: ({ type, data }) =>
      rule.types.has(type) && (data['deployment'] === undefined || data['deployment'] === deployment),
  };
}

function deploymentsIn(versions: readonly FactVersion[]): string[] {
  const named = new Set(versions.map(({ data }) => data['deployment']));
  return [...named].filter((deployment) => typeof deployment === 'string').sort();
}

/** The EPR of each trust, rolled up and deployment by deployment, day by day. */
export const eprView: RuleViewDefinition = {
  name: 'epr',
  version: '1',
  topic: TOPIC.epr,
  lanes: (versions) => [
    ...TRUST_LANES,
    deploymentLane(useRule(ANY_DEPLOYMENT), ANY_DEPLOYMENT),
    ...deploymentsIn(versions).flatMap((deployment) => [
      deploymentLane(useRule(deployment) as LevelRule<unknown>, deployment),
      deploymentLane(contractRule(deployment) as LevelRule<unknown>, deployment),
    ]),
  ],
};
