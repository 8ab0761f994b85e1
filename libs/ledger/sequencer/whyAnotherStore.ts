import { positionText } from '@milepost/event-store';
import type { EventStore, Position } from '@milepost/event-store';
import { entryParts } from '../entry/entryParts';

/** The last entry that is stored, and where its event stood. */
export interface LastStored {
  readonly sequence: number;
  readonly position: Position;
  readonly entry: string;
  readonly previous: number | undefined;
}

/**
 * Reads the event of the last stored entry again, from the leader, and says why the store is not the one that the ledger was read
 * from; undefined where it is. Rejects where the store does not answer, which proves nothing.
 */
export async function whyAnotherStore(store: EventStore, last: LastStored): Promise<string | undefined> {
  const event = await store.eventAt(last.position);
  if (event && entryParts(event, last.previous).entry === last.entry) return undefined;
  return (
    `The event store holds ${event ? 'another event' : 'no event'} at ${positionText(last.position)}, where entry ${last.sequence} was read: ` +
    'it was restored or replaced. Connect the event store that this ledger was read from; ' +
    'or, where its events are lost for good, move the ledger file away and start again.'
  );
}
