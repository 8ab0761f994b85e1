import type { JsonObject } from './storedEvent';

/**
 * A value that `JSON.stringify`, which the client will call, writes as exactly this canonical text. JavaScript lists members whose
 * names look like integers first and by their value ("9" before "10", RFC 8785 wants "10" before "9"), so where that matters
 * objects get a proxy that lists theirs in the order of the text.
 */
export function jsonInOrder(canonicalText: string): JsonObject {
  const value = JSON.parse(canonicalText) as JsonObject;
  if (JSON.stringify(value) === canonicalText) return value;
  return JSON.parse(canonicalText, (_name, part: unknown) => (isObject(part) ? listed(part) : part)) as JsonObject;
}

function listed(object: object): object {
  const names = Object.keys(object).sort();
  return new Proxy(object, { ownKeys: () => names });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
