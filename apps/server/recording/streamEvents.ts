import type { StreamEvent } from '@milepost/domain';
import type { StoredEvent } from '@milepost/event-store';
import { milepostEvents } from './milepostEvents';

/** A stream as the domain folds it; the stream's revisions are its order. Events of types that are none of ours say nothing to it. */
export function streamEvents(stored: readonly StoredEvent[]): readonly StreamEvent[] {
  return stored.filter(({ type }) => Object.hasOwn(milepostEvents, type)).map(streamEvent);
}

function streamEvent({ id, type, revision, data, metadata }: StoredEvent): StreamEvent {
  const { public: published, requestHash } = membersOf(metadata);
  const publicOn = membersOf(published).on;
  return {
    sequence: Number(revision),
    id,
    type,
    data: membersOf(data),
    ...(typeof publicOn === 'string' ? { publicOn } : {}),
    ...(typeof requestHash === 'string' ? { requestHash } : {}),
  };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
