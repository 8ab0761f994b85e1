import { hash } from 'node:crypto';
import { canonicalText } from '@milepost/event-store';
import type { Json, StoredEvent } from '@milepost/event-store';
import { recordedInstant } from './recordedInstant';

/** An event as the ledger writes it down. */
export interface EntryParts {
  /** The entry: RFC 8785 text of one JSON object, far below 65,535 bytes. */
  readonly entry: string;
  /** What the entry's `data` is the hash of: the data's RFC 8785 text, or the bytes of a binary event. */
  readonly data: string | Uint8Array;
  readonly metadata: string | Uint8Array | undefined;
  /** Who recorded it, as in the entry. */
  readonly actor: string | undefined;
  /** Milliseconds since 1970, where the entry has a `recordedAt`. */
  readonly recordedAt: number | undefined;
}

/**
 * The entry of an event whose stream's previous event is entry `previous`. It depends on nothing else: not on positions, the store's
 * own stamps, a clock, or who computes it. **Fixed for ever**: any change here changes the root of every ledger that exists.
 */
export function entryParts(event: StoredEvent, previous: number | undefined): EntryParts {
  const data = textOrBytes(event.data);
  const metadata = event.metadata === undefined ? undefined : textOrBytes(event.metadata);
  const recordedAt = member(event.metadata, 'recordedAt');
  const recorded = recordedInstant(recordedAt);
  const actor = shortText(member(member(event.metadata, 'actor'), 'id'));
  // The members stand in canonical order, so that JSON.stringify writes RFC 8785 text; absent ones are left out by it.
  const entry = JSON.stringify({
    actor,
    data: sha256Base64(data),
    id: event.id,
    metadata: metadata === undefined ? undefined : sha256Base64(metadata),
    occurredBy: shortText(member(event.data, 'occurredBy')),
    occurredOn: shortText(member(event.data, 'occurredOn')),
    precision: shortText(member(event.data, 'precision')),
    prev: previous?.toString(),
    raw: typeof data === 'string' ? undefined : true,
    rawMetadata: metadata === undefined || typeof metadata === 'string' ? undefined : true,
    recordedAt: recorded === undefined ? undefined : recordedAt,
    revision: event.revision.toString(),
    stream: boundedName(event.stream),
    type: boundedName(event.type),
    v: 1,
  });
  return { entry, data, metadata, actor, recordedAt: recorded };
}

function textOrBytes(value: Json | Uint8Array): string | Uint8Array {
  return ArrayBuffer.isView(value) ? value : canonicalText(value);
}

function sha256Base64(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64');
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value))
    return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

const LONGEST_TEXT = 200;
const LONGEST_NAME = 1_000;

/** A text of at most 200 UTF-8 bytes, in which half of a surrogate pair counts as three. */
function shortText(value: unknown): string | undefined {
  return typeof value === 'string' && Buffer.byteLength(value) <= LONGEST_TEXT ? value : undefined;
}

function boundedName(name: string): string {
  return Buffer.byteLength(name) <= LONGEST_NAME ? name : `sha256:${hash('sha256', name, 'hex')}`;
}
