import { Problem } from '@milepost/platform';
import type { Appended, EventStore, ExpectedRevision, NewEvent, StoredEvent } from '@milepost/event-store';

/** The store as the applications hold it from their first moment, before there is a connection. */
export class LateStore implements Pick<EventStore, 'append' | 'readStream' | 'lastOf' | 'setMaxCount'> {
  private connected: EventStore | undefined;

  connect(store: EventStore): void {
    this.connected = store;
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return this.store().append(stream, events, expected);
  }

  async *readStream(stream: string, fromRevision?: bigint): AsyncGenerator<StoredEvent> {
    yield* this.store().readStream(stream, fromRevision);
  }

  async lastOf(stream: string): Promise<StoredEvent | undefined> {
    return this.store().lastOf(stream);
  }

  async setMaxCount(stream: string, count: number): Promise<void> {
    await this.store().setMaxCount(stream, count);
  }

  private store(): EventStore {
    if (this.connected !== undefined) return this.connected;
    throw new Problem({
      slug: 'starting',
      title: 'Still starting',
      status: 503,
      detail: 'The event store is being opened. Send the request again in a moment.',
      retryAfter: 1,
    });
  }
}
