import type { Appended, ExpectedRevision, NewEvent, StoredEvent } from '@milepost/event-store';
import { positionToken } from '@milepost/ledger';
import type { ImportStore } from '@milepost/public-record';

/** The store as one import uses it, which remembers what was written to the ledger last. An import writes one event after the other. */
export class LastWritten implements ImportStore {
  private last: { readonly stream: string; readonly revision: number } | undefined;

  constructor(
    private readonly store: ImportStore,
    private readonly ledger: string,
  ) {}

  /** The position token of the last event written to the ledger, and so of all; undefined where none was. */
  get token(): string | undefined {
    return this.last && positionToken(this.ledger, this.last);
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    const appended = await this.store.append(stream, events, expected);
    // What goes to a working stream stands in no ledger.
    if (stream.startsWith(`${this.ledger}.`)) this.last = { stream, revision: Number(appended.revision) };
    return appended;
  }

  readStream(stream: string, fromRevision?: bigint): AsyncIterable<StoredEvent> {
    return this.store.readStream(stream, fromRevision);
  }

  lastOf(stream: string): Promise<StoredEvent | undefined> {
    return this.store.lastOf(stream);
  }
}
