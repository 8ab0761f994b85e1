import type { Condition } from './condition';

/** The conditions that a condition is combined of, each with its JSON pointer below it; none where it looks at facts. */
export function conditionParts(condition: Condition): readonly (readonly [pointer: string, part: Condition])[] {
  if ('all' in condition) return condition.all.map((part, at) => [`/all/${at}`, part] as const);
  if ('any' in condition) return condition.any.map((part, at) => [`/any/${at}`, part] as const);
  if ('not' in condition) return [['/not', condition.not]];
  if ('atLeast' in condition) return condition.atLeast.of.map((part, at) => [`/atLeast/of/${at}`, part] as const);
  return [];
}

/** Every condition of a tree, itself first, each with its JSON pointer. References are not followed. */
export function everyCondition(condition: Condition, pointer: string): (readonly [string, Condition])[] {
  return [
    [pointer, condition],
    ...conditionParts(condition).flatMap(([below, part]) => everyCondition(part, pointer + below)),
  ];
}

/** The conditions of a version by their JSON pointers: those of its levels, then its named rules. */
export function conditionsOf(rules: {
  readonly levels: readonly { readonly when?: Condition }[];
  readonly rules?: Readonly<Record<string, Condition>>;
}): (readonly [string, Condition])[] {
  return [
    ...rules.levels.flatMap(({ when }, at) => (when ? everyCondition(when, `/levels/${at}/when`) : [])),
    ...Object.entries(rules.rules ?? {}).flatMap(([name, rule]) => everyCondition(rule, `/rules/${name}`)),
  ];
}
