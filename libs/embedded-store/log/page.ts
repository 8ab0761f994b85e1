import { crc32 } from 'node:zlib';
import { Damaged } from './damaged';

export interface LogRow {
  readonly position: number;
  readonly message: Uint8Array;
  readonly checksum: number;
}

export interface StoredEvent {
  readonly position: number;
  readonly message: Buffer;
}

export const PAGE_EVENTS = 512;
/** A page ends once it holds so many bytes, so that a reader costs the same memory whatever the events' size. */
const PAGE_BYTES = 192 * 1024;

/** The next events of a reader, at least one where there is one, each held against its checksum. Throws {@link Damaged}. */
export function page(rows: Iterable<LogRow>): StoredEvent[] {
  const events: StoredEvent[] = [];
  let bytes = 0;
  for (const { position, message, checksum } of rows) {
    if (crc32(message) !== checksum) throw new Damaged(position, 'its checksum does not match');
    events.push({ position, message: Buffer.from(message.buffer, message.byteOffset, message.length) });
    bytes += message.length;
    if (bytes >= PAGE_BYTES || events.length >= PAGE_EVENTS) break;
  }
  return events;
}
