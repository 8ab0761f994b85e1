import type { Rejection } from '../deciding/decision';
import type { StandardRules } from './condition';
import { conditionsOf, everyCondition } from './conditionParts';

/** The named rules that a named rule refers to. */
function referred({ rules = {} }: StandardRules, name: string): string[] {
  const rule = rules[name];
  if (rule === undefined) return [];
  return everyCondition(rule, '').flatMap(([, condition]) => ('rule' in condition ? [condition.rule] : []));
}

/** The way from a rule back to itself, by the names passed on it; undefined where there is none. */
function circle(rules: StandardRules, path: readonly string[], clear: Set<string>): readonly string[] | undefined {
  const last = path.at(-1) as string;
  for (const next of referred(rules, last)) {
    const at = path.indexOf(next);
    if (at >= 0) return [...path.slice(at), next];
    if (clear.has(next)) continue;
    const found = circle(rules, [...path, next], clear);
    if (found) return found;
  }
  clear.add(last);
  return undefined;
}

/** References lead to rules of the version, and not in a circle. */
export function checkReferences(rules: StandardRules): Rejection | undefined {
  const known = rules.rules ?? {};
  for (const [pointer, condition] of conditionsOf(rules)) {
    if (!('rule' in condition) || Object.hasOwn(known, condition.rule)) continue;
    const sentence = `There is no rule ${condition.rule} in this version.`;
    const names = Object.keys(known).join(', ');
    const hint = names === '' ? 'It names no rules at all.' : `Its rules are ${names}.`;
    return { rule: 'unknown-rule', sentence, pointer: `${pointer}/rule`, hint };
  }
  const clear = new Set<string>();
  for (const name of Object.keys(known)) {
    const found = clear.has(name) ? undefined : circle(rules, [name], clear);
    if (!found) continue;
    const sentence = `The rules refer to each other in a circle: ${found.join(' → ')}.`;
    return { rule: 'rules-in-a-circle', sentence, pointer: `/rules/${found[0] ?? name}` };
  }
  return undefined;
}
