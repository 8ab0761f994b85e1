import type { StoredEvent } from '@milepost/event-store';
import { entryParts } from './entryParts';

/** The bytes of an event's entry: what is hashed, proven and published. `previousSequence` is the entry number of the stream's previous event. */
export function entryBytes(event: StoredEvent, previousSequence: number | undefined): Uint8Array {
  return Buffer.from(entryParts(event, previousSequence).entry);
}
