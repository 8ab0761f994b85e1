import { jsonEvent } from '@eventstore/db-client';
import type { JSONEventData } from '@eventstore/db-client';
import { canonicalText } from './canonicalText';
import type { EventChecker } from './eventChecker';
import type { ExpectedRevision } from './eventStore';
import { EventRefused } from './eventRefused';
import { jsonInOrder } from './jsonInOrder';
import type { NewEvent } from './storedEvent';
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
  for (const event of events) checkEvent(stream, event, check);
  return {
    stream,
    expected,
    first: expected === 'no-stream' ? 0n : expected + 1n,
    ids,
    events: encoded(stream, events),
  };
}

function checkEvent(stream: string, event: NewEvent, check: EventChecker): void {
  if (!UUID.test(event.id)) throw EventRefused.because(stream, `"${event.id}" is no lower-case UUID.`);
  if (!isTypeName(event.type)) {
    throw EventRefused.because(stream, 'A type name has 1 to 200 characters of A-Z, a-z, 0-9, ".", "_" and "-".');
  }
  const reasons = check(event);
  if (reasons.length > 0) throw new EventRefused(stream, reasons);
}

function encoded(stream: string, events: readonly NewEvent[]): JSONEventData[] {
  let dataBytes = 0;
  let metadataBytes = 0;
  const prepared = events.map(({ id, type, data, metadata }) => {
    const texts = { data: canonicalText(data), metadata: canonicalText(metadata) };
    dataBytes += Buffer.byteLength(texts.data);
    metadataBytes += Buffer.byteLength(texts.metadata);
    return jsonEvent({ id, type, data: jsonInOrder(texts.data), metadata: jsonInOrder(texts.metadata) });
  });
  if (dataBytes > MOST_BYTES || metadataBytes > MOST_BYTES) {
    throw EventRefused.because(
      stream,
      `An append holds at most ${MOST_BYTES} bytes of data and as many of metadata; these are ${dataBytes} and ${metadataBytes}.`,
    );
  }
  return prepared;
}
