import type { Condition, StandardRules } from './condition';
import { findAssessed, findCapability, findScore } from './findAssessment';
import { findContract, findEpr } from './findEpr';
import type { Finding } from './finding';
import { anyOne, atLeast, everyOne, opposite, unknown } from './finding';
import type { Line } from './line';

/**
 * What becomes of a version's conditions by what one line holds, as far as it is certain. Pure, and by Kleene's logic:
 * what is not known stays not known unless it does not matter. A named rule is looked at once, however often it is
 * referred to. The rules refer to each other in no circle: `checkDefinition`.
 */
export function conditionFinder(rules: StandardRules, line: Line): (condition: Condition) => Finding {
  const named = new Map<string, Finding>();
  const findNamed = (name: string): Finding => {
    const rule = rules.rules?.[name];
    const finding = named.get(name) ?? (rule ? find(rule) : unknown(`There is no rule ${name}.`));
    named.set(name, finding);
    return finding;
  };
  const find = (condition: Condition): Finding => {
    if ('all' in condition) return everyOne(condition.all.map(find));
    if ('any' in condition) return anyOne(condition.any.map(find));
    if ('not' in condition) return opposite(find(condition.not));
    if ('atLeast' in condition) return atLeast(condition.atLeast.count, condition.atLeast.of.map(find));
    if ('epr' in condition) return findEpr(line, condition.epr);
    if ('contract' in condition) return findContract(line, condition.contract);
    if ('score' in condition) return findScore(line, condition.score, rules);
    if ('capability' in condition) return findCapability(line, condition.capability, rules);
    if ('assessed' in condition) return findAssessed(line, condition.assessed, rules);
    return findNamed(condition.rule);
  };
  return find;
}
