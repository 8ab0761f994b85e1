import type { Clock } from '@milepost/platform';
import { EventRefused } from './eventRefused';
import type { EventRegistry } from './eventRegistry';
import type { Appended, EventStore, ExpectedRevision, FollowOptions, Follower } from './eventStore';
import { Supervisor } from './follow/supervisor';
import { guardedAppend } from './guardedAppend';
import { LIMITS } from './limits';
import type { Limits } from './limits';
import { prepareAppend } from './preparedAppend';
import type { PreparedAppend } from './preparedAppend';
import { schemaChecker } from './schemaChecker';
import type { EventChecker } from './schemaChecker';
import { setMaxCount } from './setMaxCount';
import { StoreConnection } from './storeConnection';
import { PAGE, StoreReads } from './storeReads';
import type { NewEvent, Position, StoredEvent } from './storedEvent';
import { checkPrefixes, whyNotWritable } from './streamNames';

export interface ConnectOptions {
  /** `esdb://…` or `esdb+discover://…`; a cluster is a connection string. */
  readonly connectionString: string;
  /** All that this process may write below: `milepost.`, `milepost-work.`. */
  readonly prefixes: readonly string[];
  readonly registry: EventRegistry;
  readonly now?: Clock;
  readonly limits?: Partial<Limits>;
}

/**
 * Opens the guarded client; nothing is sent before the first call. One a process: see {@link StoreConnection}.
 * @throws {Error} at once for a connection string, prefix or schema that cannot be used.
 */
export function connectEventStore(options: ConnectOptions): EventStore {
  return new GuardedEventStore(options);
}

class GuardedEventStore implements EventStore {
  private readonly connection: StoreConnection;
  private readonly reads: StoreReads;
  private readonly limits: Limits;
  private readonly check: EventChecker;
  private readonly prefixes: readonly string[];
  private readonly now: Clock;
  private readonly followers = new Set<Follower>();

  constructor({ connectionString, prefixes, registry, now = Date.now, limits = {} }: ConnectOptions) {
    this.limits = { ...LIMITS, ...limits };
    this.now = now;
    this.prefixes = checkPrefixes(prefixes);
    this.check = schemaChecker(registry);
    this.connection = new StoreConnection(connectionString);
    this.reads = new StoreReads(this.connection, this.limits);
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    this.refuseStream(stream);
    return this.appendPrepared(prepareAppend(stream, events, expected, this.check));
  }

  async *readStream(stream: string, fromRevision = 0n): AsyncGenerator<StoredEvent> {
    for (let next = fromRevision; ;) {
      const page = await this.reads.streamFrom(stream, next, PAGE);
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      next = last.revision + 1n;
    }
  }

  async lastOf(stream: string): Promise<StoredEvent | undefined> {
    return (await this.reads.lastOf(stream))[0];
  }

  eventAt(position: Position): Promise<StoredEvent | undefined> {
    return this.reads.at(position);
  }

  async setMaxCount(stream: string, count: number): Promise<void> {
    this.refuseStream(stream);
    await setMaxCount(stream, count, this.reads, (prepared) => this.appendPrepared(prepared));
  }

  follow(options: FollowOptions): Follower {
    checkPrefixes([options.prefix]);
    const { connection, reads, limits, now } = this;
    const follower = new Supervisor({ connection, reads, limits, now }, options);
    this.followers.add(follower);
    return follower;
  }

  ping(): Promise<boolean> {
    return this.reads.answers();
  }

  async close(): Promise<void> {
    await Promise.all([...this.followers].map((follower) => follower.stop()));
    await this.connection.close();
  }

  private refuseStream(stream: string): void {
    const why = whyNotWritable(stream, this.prefixes);
    if (why !== undefined) throw EventRefused.because(stream, why);
  }

  private appendPrepared(prepared: PreparedAppend): Promise<Appended> {
    return guardedAppend(this.connection, this.reads, this.limits, prepared);
  }
}
