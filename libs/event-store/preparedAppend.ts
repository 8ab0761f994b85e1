import { jsonEvent } from '@eventstore/db-client';
import type { JSONEventData } from '@eventstore/db-client';
import { NotPlainJson, canonicalCopy } from './canonicalCopy';
import type { EventChecker } from './schemaChecker';
import type { ExpectedRevision } from './eventStore';
import { EventRefused } from './eventRefused';
import type { JsonObject, NewEvent } from './storedEvent';
import { isTypeName } from './streamNames';

/** What goes to the store: checked, in canonical form, and out of its maker's reach, so that every attempt sends the same. */
export interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Revision that the first event will have. */
  readonly first: bigint;
  readonly ids: readonly string[];
  readonly events: JSONEventData[];
}

/** The real server's limit of the data of one append; ours also for the metadata, which that does not count. */
const MOST_BYTES = 1_048_576;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LAST_REVISION = 2n ** 63n - 1n;

/** @throws {EventRefused} for whatever could never be stored as it stands; nothing was sent. */
export function prepareAppend(
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
  check: EventChecker,
): PreparedAppend {
  const refuse = (detail: string): never => {
    throw EventRefused.because(stream, detail);
  };
  if (expected !== 'no-stream' && (typeof expected !== 'bigint' || expected < 0n || expected >= LAST_REVISION)) {
    refuse(
      `"${String(expected)}" is no expected revision; it is "no-stream" or the revision of the last event, as a bigint.`,
    );
  }
  if (events.length === 0) refuse('An append holds at least one event.');
  const ids = events.map((event) => event.id);
  if (new Set(ids).size < ids.length) refuse('An event id stands twice in one append; the store would keep both.');
  return {
    stream,
    expected,
    first: expected === 'no-stream' ? 0n : expected + 1n,
    ids,
    events: encoded(stream, events, check),
  };
}

function encoded(stream: string, events: readonly NewEvent[], check: EventChecker): JSONEventData[] {
  let dataBytes = 0;
  let metadataBytes = 0;
  const prepared = events.map((event) => {
    const copy = checkedCopy(stream, event, check);
    dataBytes += Buffer.byteLength(JSON.stringify(copy.data));
    metadataBytes += Buffer.byteLength(JSON.stringify(copy.metadata));
    return jsonEvent(copy);
  });
  if (dataBytes > MOST_BYTES || metadataBytes > MOST_BYTES) {
    throw EventRefused.because(
      stream,
      `An append holds at most ${MOST_BYTES} bytes of data and as many of metadata; these are ${dataBytes} and ${metadataBytes}.`,
    );
  }
  return prepared;
}

function checkedCopy(stream: string, event: NewEvent, check: EventChecker) {
  const { id, type } = event;
  if (!UUID.test(id)) throw EventRefused.because(stream, `"${id}" is no lower-case UUID.`);
  if (!isTypeName(type)) {
    throw EventRefused.because(stream, 'A type name has 1 to 200 characters of A-Z, a-z, 0-9, ".", "_" and "-".');
  }
  const copy = { id, type, data: plainJson(stream, event, 'data'), metadata: plainJson(stream, event, 'metadata') };
  const reasons = check(copy);
  if (reasons.length > 0) throw new EventRefused(stream, reasons);
  return copy;
}

function plainJson(stream: string, event: NewEvent, part: 'data' | 'metadata'): JsonObject {
  try {
    return canonicalCopy(event[part]) as JsonObject;
  } catch (error) {
    throw error instanceof NotPlainJson ? new EventRefused(stream, [error.below(part).reason]) : error;
  }
}
