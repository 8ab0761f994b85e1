import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { Json, StoredEvent } from './storedEvent';

/** @throws {Error} where the store sent something that is no stored event: it is never skipped. */
export function toStoredEvent(resolved: ResolvedEvent | AllStreamResolvedEvent): StoredEvent {
  const event = resolved.event ?? resolved.link;
  if (event?.position === undefined) throw new Error('The store sent an event without a position.');
  return {
    id: event.id.toLowerCase(),
    stream: event.streamId,
    revision: event.revision,
    type: event.type,
    position: event.position,
    created: event.created.getTime(),
    data: event.data as Json | Uint8Array,
    metadata: event.metadata as Json | Uint8Array | undefined,
  };
}
