import { conditionInWords } from '@milepost/domain';
import type { Condition } from '@milepost/domain';
import { capitalised } from '../format/capitalised';

/** A condition as a page shows it: a sentence, and below it what it is combined of. */
export interface ConditionTree {
  readonly text: string;
  readonly parts: readonly ConditionTree[];
}

const tree = (text: string, parts: readonly Condition[] = []): ConditionTree => ({
  text,
  parts: parts.map(conditionTree),
});

export function conditionTree(condition: Condition): ConditionTree {
  if ('all' in condition) return tree('All of these hold', condition.all);
  if ('any' in condition) return tree('Any of these holds', condition.any);
  if ('not' in condition) return tree('This does not hold', [condition.not]);
  if ('atLeast' in condition) return tree(`At least ${condition.atLeast.count} of these hold`, condition.atLeast.of);
  if ('rule' in condition) return tree(`The rule “${condition.rule}” holds`);
  return tree(capitalised(conditionInWords(condition) ?? ''));
}
