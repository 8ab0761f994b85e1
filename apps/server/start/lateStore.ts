import { Problem } from '@milepost/platform';
import type { EventStore } from '@milepost/event-store';

/** The store as the applications hold it from their first moment, before there is a connection. */
export class LateStore {
  private connected: EventStore | undefined;

  connect(store: EventStore): void {
    this.connected = store;
  }

  /** @throws Problem 503 `starting` before the connection is there */
  get now(): EventStore {
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
