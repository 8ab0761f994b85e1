import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { canonicalCopy } from './canonicalCopy';
import type { Json } from './storedEvent';

/** The namespace of all our name-based ids (RFC 9562 section 5.5). It can never change: retries and imports recognise themselves by it. */
const NAMESPACE = '6f5ee470-d271-4c68-864f-50eba92e648a';

/** Id of an event that no retry needs to find again. */
export function randomEventId(): string {
  return randomUUID();
}

/**
 * Id of the n-th event (from 0) of a command that came with an idempotency key, so that its repetition has the same.
 * `path` as it was sent, without base path and query.
 */
export function requestEventId(
  ledger: string,
  actorId: string,
  method: string,
  path: string,
  key: string,
  n: number,
): string {
  return nameBasedId(['request', ledger, actorId, method.toUpperCase(), path, key, n]);
}

/**
 * Id of an imported event. `type` is the fact's type as stored, also for a correction; `replaces` the id of the version replaced,
 * `""` for a first version; `content` what {@link contentHash} gives for the event's data.
 */
export function importEventId(
  ledger: string,
  dataSet: string,
  key: string,
  type: string,
  replaces: string,
  content: string,
): string {
  return nameBasedId(['import', ledger, dataSet, key, type, replaces, content]);
}

/** @throws {NotPlainJson} where a part is none, such as half of a surrogate pair: two different names must never become one. */
function nameBasedId(parts: readonly Json[]): string {
  return v5(JSON.stringify(canonicalCopy(parts)), NAMESPACE);
}
