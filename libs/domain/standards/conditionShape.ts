import { Value } from '@sinclair/typebox/value';
import type { Rejection } from '../deciding/decision';
import { CONDITION_KINDS } from '../events/standards';
import type { Condition } from './condition';
import { conditionParts } from './conditionParts';

const NAMES = Object.keys(CONDITION_KINDS).join(', ');

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unclear = (pointer: string, sentence: string): Rejection => ({ rule: 'condition-unclear', sentence, pointer });

/** Deeper than anybody could read; what is would only exhaust the stack of whoever walks through it. */
const DEEPEST = 30;

/** Why a value is no condition, at the innermost place where that shows; undefined where it is one. */
function fault(value: unknown, pointer: string, depth = 0): Rejection | undefined {
  if (depth > DEEPEST) return unclear(pointer, `Conditions are nested at most ${DEEPEST} deep.`);
  const kinds = isObject(value) ? Object.keys(value) : [];
  const [kind] = kinds;
  if (!isObject(value) || kind === undefined || kinds.length > 1) {
    return unclear(pointer, `A condition is an object with one member that says of what kind it is: ${NAMES}.`);
  }
  if (!Object.hasOwn(CONDITION_KINDS, kind)) {
    return unclear(`${pointer}/${kind}`, `There is no condition ${kind}. The kinds are ${NAMES}.`);
  }
  const wrong = Value.Errors(CONDITION_KINDS[kind as keyof typeof CONDITION_KINDS], value).First();
  if (wrong) return unclear(pointer + wrong.path, `${wrong.message}.`);
  for (const [below, part] of conditionParts(value as Condition)) {
    const inner = fault(part, pointer + below, depth + 1);
    if (inner) return inner;
  }
  return undefined;
}

/**
 * Whether the conditions of a version that somebody sent are conditions at all. A schema of all kinds at once could only
 * say that a value is none of them; this says where it stops being the one that it wants to be.
 */
export function conditionsFault({ levels, rules }: Json): Rejection | undefined {
  const given: [string, unknown][] = [];
  if (Array.isArray(levels)) {
    levels.forEach((level: unknown, at) => {
      if (isObject(level) && level['when'] !== undefined) given.push([`/levels/${at}/when`, level['when']]);
    });
  }
  if (isObject(rules)) for (const [name, rule] of Object.entries(rules)) given.push([`/rules/${name}`, rule]);
  for (const [pointer, condition] of given) {
    const wrong = fault(condition, pointer);
    if (wrong) return wrong;
  }
  return undefined;
}
