import { EventStoreDBClient } from '@eventstore/db-client';
import { clientAddress } from './clientAddress';
import { guardAgainstClientFaults } from './clientFaults';
import { asError } from './within';

/** A client as long as it is any good. */
export interface Lease {
  readonly client: EventStoreDBClient;
  /** Aborted when this client was given up: what it does from then on, also a clean end of a read, means nothing. */
  readonly lost: AbortSignal;
}

/** What is counted apart: a stuck append stream does not show in reads. */
export type CallKind = 'append' | 'read' | 'subscription';

/** What we use of the client beyond its declared interface; its version is pinned. */
interface ClientInside {
  getChannel(): Promise<Channel>;
}

interface Channel {
  close(): void;
}

interface Generation extends Lease {
  readonly giveUp: AbortController;
  readonly channel: () => Channel | undefined;
}

/** So many failures of one kind in a row, and the client is replaced. */
const MOST_FAILURES = 2;
const DISPOSE_MS = 250;

/**
 * The one client of this process, replaced when it fails. One at a time: pending appends of all clients of a process lie in one map,
 * and the end of one client's stream rejects them all, so the old one is disposed of before the new one is made.
 */
export class StoreConnection {
  private current: Generation | undefined;
  private generation = 0;
  private replacing: Promise<void> = Promise.resolve();
  private closed = false;
  private readonly failures = new Map<CallKind, number>();

  constructor(private readonly connectionString: string) {
    guardAgainstClientFaults();
    this.current = this.open();
  }

  async lease(): Promise<Lease> {
    while (this.current === undefined) {
      if (this.closed) throw new Error('The connection to the event store is closed.');
      await this.replacing;
      if (!this.closed) this.current ??= this.open();
    }
    return this.current;
  }

  get isClosed(): boolean {
    return this.closed;
  }

  succeeded(kind: CallKind): void {
    this.failures.delete(kind);
  }

  /** A call failed for no reason of its own. `poisoned`: the client must go at once, since it would repeat this answer for ever. */
  failed(lease: Lease, kind: CallKind, error: unknown, poisoned = false): void {
    if (lease !== this.current) return;
    const failures = (this.failures.get(kind) ?? 0) + 1;
    this.failures.set(kind, failures);
    if (poisoned || failures >= MOST_FAILURES) this.replace(error);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.current !== undefined) this.replace(new Error('The connection to the event store was closed.'));
    await this.replacing;
  }

  private open(): Generation {
    const client = EventStoreDBClient.connectionString(clientAddress(this.connectionString, this.generation));
    this.generation += 1;
    const giveUp = new AbortController();
    return { client, lost: giveUp.signal, giveUp, channel: rememberChannel(client, giveUp.signal) };
  }

  private replace(reason: unknown): void {
    const old = this.current;
    if (old === undefined) return;
    this.current = undefined;
    this.failures.clear();
    old.giveUp.abort(asError(reason));
    this.replacing = dispose(old);
  }
}

/** The client never closes the channel of its last connection, so we remember it. */
function rememberChannel(client: EventStoreDBClient, lost: AbortSignal): () => Channel | undefined {
  const inside = client as unknown as ClientInside;
  const getChannel = inside.getChannel.bind(client);
  let last: Channel | undefined;
  inside.getChannel = async () => {
    last = await getChannel();
    // The search for a node may end after the client was given up.
    if (lost.aborted) last.close();
    return last;
  };
  return () => last;
}

async function dispose({ client, channel }: Generation): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, DISPOSE_MS)));
  // A stream that will not end must not keep the next client from being made.
  await Promise.race([client.dispose().catch(() => undefined), enough]);
  clearTimeout(timer);
  channel()?.close();
}
