import { icbRule, nameRule, regionRule, scopeRule, typeRule } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import { laneRules } from './laneRules';
import type { RuleViewDefinition } from './ruleViewDefinition';

const LANES = laneRules([scopeRule, nameRule, icbRule, regionRule, typeRule]);

/** Whether a trust is in scope, its name, ICB, region and type, day by day. */
export const registerView: RuleViewDefinition = {
  name: 'register',
  version: '1',
  topic: TOPIC.register,
  lanes: () => LANES,
};
