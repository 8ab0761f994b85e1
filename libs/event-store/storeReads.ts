import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { backOff } from './backOff';
import type { Limits } from './limits';
import { pause } from './pause';
import { samePosition } from './positions';
import { readPage } from './readPage';
import type { PageRead } from './readPage';
import type { StoreConnection } from './storeConnection';
import { isAnswer, isNoSuchPosition } from './storeErrors';
import type { Position, StoredEvent } from './storedEvent';
import { StoreUnavailable } from './storeUnavailable';
import { asError, within } from './within';

/** Events a page: enough to be quick, few enough that one page of the largest events stays in memory. */
export const PAGE = 500;

type Start = (client: EventStoreDBClient) => PageRead;

/** Reads by pages of bounded size, each call under its own timer, repeated until its limit is over. */
export class StoreReads {
  constructor(
    private readonly connection: StoreConnection,
    private readonly limits: Limits,
  ) {}

  /** At most `count` events of a stream from a revision on; empty where there is no such stream. */
  async streamFrom(stream: string, fromRevision: bigint, count: number): Promise<StoredEvent[]> {
    const page = await this.repeated(`reading ${stream}`, forwards(stream, fromRevision, count, false));
    return inOrder(page, stream, fromRevision);
  }

  lastOf(stream: string): Promise<StoredEvent[]> {
    return this.repeated(`reading ${stream}`, (client) =>
      client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
    );
  }

  /** The same from the leader and without repetition: what a lagging member says settles nothing. */
  async placeInStream(stream: string, fromRevision: bigint, count: number, ms: number): Promise<StoredEvent[]> {
    return inOrder(await this.once(ms, forwards(stream, fromRevision, count, true)), stream, fromRevision);
  }

  /** The event at exactly this position of `$all`, from the leader. */
  async at(position: Position): Promise<StoredEvent | undefined> {
    const what = 'reading an event by its position';
    try {
      return exactly(position, await this.repeated(what, atPosition(position, true)));
    } catch (error) {
      // The reference has no error of its own for this, so the store must also show that it answers everything else.
      if (isNoSuchPosition(error) && (await this.answers())) return undefined;
      throw error;
    }
  }

  /** The same without asking the leader and without repetition, for a follower that is about to go on from there. */
  async atOnce(position: Position): Promise<StoredEvent | undefined> {
    return exactly(position, await this.once(this.limits.attemptMs, atPosition(position, false)));
  }

  /** The newest events of `$all`, newest first, before a position. */
  newest(count: number, before?: Position): Promise<StoredEvent[]> {
    return this.once(this.limits.pingMs, (client) =>
      client.readAll({ direction: BACKWARDS, fromPosition: before ?? END, maxCount: count }),
    );
  }

  async answers(): Promise<boolean> {
    try {
      await this.newest(1);
      return true;
    } catch {
      return false;
    }
  }

  private async repeated(what: string, start: Start): Promise<StoredEvent[]> {
    const end = performance.now() + this.limits.readMs;
    for (let attempt = 0; ; attempt += 1) {
      const left = end - performance.now();
      try {
        return await this.once(Math.min(left, this.limits.attemptMs), start);
      } catch (error) {
        if (isNoSuchPosition(error)) throw error;
        const wait = backOff(attempt, this.limits.firstPauseMs, this.limits.attemptMs);
        const isHopeless = this.connection.isClosed || isAnswer(error);
        if (isHopeless || performance.now() + wait >= end)
          throw new StoreUnavailable(`${what}: ${asError(error).message}`, error);
        await pause(wait);
      }
    }
  }

  private async once(ms: number, start: Start): Promise<StoredEvent[]> {
    const lease = await this.connection.lease();
    try {
      const page = await within(ms, lease.lost, (onOver) => readPage(start(lease.client), onOver));
      this.connection.succeeded('read');
      return page;
    } catch (error) {
      if (!isAnswer(error)) this.connection.failed(lease, 'read', error);
      throw error;
    }
  }
}

function forwards(stream: string, fromRevision: bigint, count: number, requiresLeader: boolean): Start {
  return (client) =>
    client.readStream(stream, {
      direction: FORWARDS,
      fromRevision: fromRevision === 0n ? START : fromRevision,
      maxCount: count,
      requiresLeader,
    });
}

/** Revisions may start later than asked where a working stream lost its first events, but never jump back. */
function inOrder(page: StoredEvent[], stream: string, fromRevision: bigint): StoredEvent[] {
  let next = fromRevision;
  for (const event of page) {
    if (event.stream !== stream || event.revision < next) {
      throw new Error(`The store sent ${event.stream}@${event.revision} where ${stream}@${next} or later was due.`);
    }
    next = event.revision + 1n;
  }
  return page;
}

function atPosition(position: Position, requiresLeader: boolean): Start {
  return (client) => client.readAll({ direction: FORWARDS, fromPosition: position, maxCount: 1, requiresLeader });
}

function exactly(position: Position, page: readonly StoredEvent[]): StoredEvent | undefined {
  return page.find((event) => samePosition(event.position, position));
}
