import type { FieldError } from '@milepost/platform';
import type { Json } from './storedEvent';

/** Deeper than any event of ours; keeps every recursive reader of it safe. */
const DEEPEST = 64;
const INTEGER_NAME = /^\d+$/;

/** A value is not plain JSON; says where by JSON pointer. */
export class NotPlainJson extends Error {
  override readonly name = 'NotPlainJson';
  private readonly path: (string | number)[] = [];

  constructor(readonly detail: string) {
    super(detail);
  }

  below(member: string | number): this {
    this.path.unshift(member);
    return this;
  }

  get reason(): FieldError {
    const names = this.path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return { pointer: names.join(''), detail: this.detail };
  }
}

/**
 * A copy of plain JSON that `JSON.stringify`, which the client will call, writes as its RFC 8785 text, and that the giver of the
 * value can no longer change.
 *
 * What our writers store must read back as exactly what was written, so nothing is converted.
 * @throws {NotPlainJson} for a `bigint`, an `undefined` member, `NaN`, a `Date` or other class, a lone surrogate
 * (RFC 8785 section 3.2.2.2 demands an error), a circle.
 */
export function canonicalCopy(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new NotPlainJson(`${value} is no JSON number.`);
  }
  if (typeof value !== 'object') throw new NotPlainJson(`A value of type ${typeof value} is not JSON.`);
  if (depth === DEEPEST) throw new NotPlainJson(`It is nested deeper than ${DEEPEST} levels.`);
  return Array.isArray(value) ? copyItems(value, depth + 1) : copyMembers(value as Record<string, unknown>, depth + 1);
}

function copyItems(items: readonly unknown[], depth: number): Json {
  const copy: Json[] = [];
  for (let index = 0; index < items.length; index += 1) copy.push(copyPart(items[index], index, depth));
  return copy;
}

function copyMembers(value: Record<string, unknown>, depth: number): Json {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A foreign realm's Object.prototype has no prototype of its own either.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new NotPlainJson(`A ${value.constructor.name} is not plain JSON.`);
  }
  const names = Object.keys(value).sort();
  const copy: Record<string, Json> = {};
  let isListedOtherwise = false;
  for (const name of names) {
    const part = copyPart(value[name], name, depth);
    if (name === '__proto__') define(copy, name, part);
    else copy[name] = part;
    isListedOtherwise ||= INTEGER_NAME.test(name);
  }
  // JavaScript lists names that look like integers first and by their value: "9" before "10", where RFC 8785 wants "10" before "9".
  return isListedOtherwise ? new Proxy(copy, { ownKeys: () => names }) : copy;
}

/** For the one name that an assignment does not make a member of. */
function define(copy: object, name: string, value: Json): void {
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
}

function copyPart(value: unknown, name: string | number, depth: number): Json {
  try {
    if (typeof name === 'string') wellFormed(name);
    return canonicalCopy(value, depth);
  } catch (error) {
    throw error instanceof NotPlainJson ? error.below(name) : error;
  }
}

function wellFormed(text: string): string {
  // In every Node that we run on, if not yet in the compiler's library.
  if ((text as string & { isWellFormed(): boolean }).isWellFormed()) return text;
  throw new NotPlainJson('The text holds half of a surrogate pair.');
}
