import { setMaxListeners } from 'node:events';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { clientAddress } from './clientAddress';
import { guardAgainstClientFaults } from './clientFaults';
import { hardenedClient } from './hardenedClient';
import type { HardenedClient } from './hardenedClient';
import { asError } from './within';

/** A client as long as it is any good. */
export interface Lease {
  readonly client: EventStoreDBClient;
  /** See {@link HardenedClient}. */
  readonly ready: () => Promise<void>;
  /** Aborted when this client was given up: what it does from then on, also a clean end of a read, means nothing. */
  readonly lost: AbortSignal;
}

/** What is counted apart: a stuck append stream does not show in reads. */
export type CallKind = 'append' | 'read' | 'subscription';

interface Generation extends Lease, HardenedClient {
  readonly giveUp: AbortController;
}

/** So many failures of one kind in a row, and the client is replaced. */
const MOST_FAILURES = 2;
const DISPOSE_MS = 250;

/**
 * The one client of this process, replaced when it fails. One at a time: pending appends of all clients of a process lie in one map,
 * and the end of one client's stream rejects them all, so the old one is disposed of before the new one is made.
 */
export class StoreConnection {
  private readonly address: string;
  private current: Generation | undefined;
  private replacing: Promise<void> = Promise.resolve();
  private closed = false;
  private readonly failures = new Map<CallKind, number>();

  constructor(connectionString: string) {
    this.address = clientAddress(connectionString);
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
    const giveUp = new AbortController();
    // Every call in flight listens to it.
    setMaxListeners(0, giveUp.signal);
    return { ...hardenedClient(this.address, giveUp.signal), lost: giveUp.signal, giveUp };
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

async function dispose({ client, closeChannel }: Generation): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, DISPOSE_MS)));
  // A stream that will not end must not keep the next client from being made.
  await Promise.race([client.dispose().catch(() => undefined), enough]);
  clearTimeout(timer);
  closeChannel();
}
