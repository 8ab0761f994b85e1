import type { ProposedEvent } from './append';
import { varintSize, writeVarint } from './varint';

/** What the store adds to an event when it takes it. */
export interface Placed {
  readonly stream: Uint8Array;
  readonly revision: number;
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

const TYPE_KEY = Buffer.from('\x0a\x04type\x12', 'latin1');
const CREATED_KEY = Buffer.from('\x0a\x07created\x12', 'latin1');
const JSON_ENTRY = Buffer.from('\x32\x20\x0a\x0ccontent-type\x12\x10application/json', 'latin1');
const BINARY_ENTRY = Buffer.from('\x32\x28\x0a\x0ccontent-type\x12\x18application/octet-stream', 'latin1');
/** The id's field: two tags, two lengths and 36 characters. */
const ID_BYTES = 40;

/**
 * An event as it is stored: the bytes of the protocol's `ReadResp` with string ids, ready to be sent.
 * Written by hand because the generated classes cost more than the disk; a test holds both against each other.
 * Field order is that of the protocol, and the event's type comes first among its metadata: `storedHead` relies on it.
 */
export function encodeStored(event: ProposedEvent, placed: Placed): Buffer {
  const created = String(BigInt(placed.created) * 10_000n);
  const name = placed.stream.length;
  const identifier = 1 + varintSize(name) + name;
  const type = TYPE_KEY.length + varintSize(event.type.length) + event.type.length;
  const stamp = CREATED_KEY.length + 1 + created.length;
  const content = event.json ? JSON_ENTRY : BINARY_ENTRY;
  const at = varintSize(placed.position);
  const recorded =
    ID_BYTES +
    1 +
    varintSize(identifier) +
    identifier +
    (placed.revision === 0 ? 0 : 1 + varintSize(placed.revision)) +
    2 * (1 + at) +
    1 +
    varintSize(type) +
    type +
    1 +
    varintSize(stamp) +
    stamp +
    content.length +
    bytesFieldSize(event.metadata) +
    bytesFieldSize(event.data);
  const readEvent = 1 + varintSize(recorded) + recorded + 1 + at;
  const out = Buffer.allocUnsafe(1 + varintSize(readEvent) + readEvent);

  let offset = tag(out, 0x0a, readEvent, 0);
  offset = tag(out, 0x0a, recorded, offset);
  out[offset] = 0x0a;
  out[offset + 1] = 0x26;
  out[offset + 2] = 0x12;
  out[offset + 3] = 0x24;
  out.write(event.id, offset + 4, 36, 'latin1');
  offset = tag(out, 0x12, identifier, offset + ID_BYTES);
  offset = bytes(out, 0x1a, placed.stream, offset);
  if (placed.revision !== 0) offset = tag(out, 0x18, placed.revision, offset);
  offset = tag(out, 0x20, placed.position, offset);
  offset = tag(out, 0x28, placed.position, offset);
  offset = tag(out, 0x32, type, offset);
  offset = lengthPrefixed(out, TYPE_KEY, event.type, offset);
  offset = tag(out, 0x32, stamp, offset);
  out.set(CREATED_KEY, offset);
  out[offset + CREATED_KEY.length] = created.length;
  offset += CREATED_KEY.length + 1;
  out.write(created, offset, created.length, 'latin1');
  offset += created.length;
  out.set(content, offset);
  offset += content.length;
  if (event.metadata.length > 0) offset = bytes(out, 0x3a, event.metadata, offset);
  if (event.data.length > 0) offset = bytes(out, 0x42, event.data, offset);
  tag(out, 0x18, placed.position, offset);
  return out;
}

function tag(out: Buffer, field: number, value: number, offset: number): number {
  out[offset] = field;
  return writeVarint(out, value, offset + 1);
}

function bytes(out: Buffer, field: number, value: Uint8Array, offset: number): number {
  const at = tag(out, field, value.length, offset);
  out.set(value, at);
  return at + value.length;
}

function lengthPrefixed(out: Buffer, key: Buffer, value: Uint8Array, offset: number): number {
  out.set(key, offset);
  const at = writeVarint(out, value.length, offset + key.length);
  out.set(value, at);
  return at + value.length;
}

function bytesFieldSize(value: Uint8Array): number {
  return value.length === 0 ? 0 : 1 + varintSize(value.length) + value.length;
}
