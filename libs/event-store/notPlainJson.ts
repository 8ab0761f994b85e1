import type { FieldError } from '@milepost/platform';

/** Deeper than any event of ours; keeps every recursive reader of it safe. */
const DEEPEST = 64;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * The first reason why a value is not plain JSON, with a JSON pointer to it; undefined where it is.
 * What our writers store must read back as exactly what was written, so nothing is converted: a `bigint`, an `undefined` member,
 * `NaN`, a `Date`, a class, a lone surrogate (RFC 8785 section 3.2.2.2 demands an error) are refused, each with a sentence.
 */
export function notPlainJson(value: unknown, pointer = '', depth = 0): FieldError | undefined {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') return wrongText(value, pointer);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : { pointer, detail: `${value} is no JSON number.` };
  }
  if (typeof value !== 'object') return { pointer, detail: `A value of type ${typeof value} is not JSON.` };
  if (depth === DEEPEST) return { pointer, detail: `It is nested deeper than ${DEEPEST} levels.` };
  return Array.isArray(value) ? inItems(value, pointer, depth + 1) : inMembers(value, pointer, depth + 1);
}

function wrongText(text: string, pointer: string): FieldError | undefined {
  return LONE_SURROGATE.test(text) ? { pointer, detail: 'The text holds half of a surrogate pair.' } : undefined;
}

function inItems(items: readonly unknown[], pointer: string, depth: number): FieldError | undefined {
  for (let index = 0; index < items.length; index += 1) {
    const wrong = notPlainJson(items[index], `${pointer}/${index}`, depth);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function inMembers(value: object, pointer: string, depth: number): FieldError | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A foreign realm's Object.prototype has no prototype of its own either.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return { pointer, detail: `A ${value.constructor.name} is not plain JSON.` };
  }
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const wrong = wrongText(name, at) ?? notPlainJson(member, at, depth);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
