import { BehaviorSubject } from 'rxjs';
import type { Clock } from '@milepost/platform';
import { backOff } from '../backOff';
import type { FollowOptions, Follower, FollowerState } from '../eventStore';
import type { Limits } from '../limits';
import { pause } from '../pause';
import { positionText } from '../positions';
import type { Lease, StoreConnection } from '../storeConnection';
import { isNoSuchPosition } from '../storeErrors';
import type { Position, StoredEvent } from '../storedEvent';
import type { StoreReads } from '../storeReads';
import { asError } from '../within';
import { Feed } from './feed';
import { watchSilence } from './watchSilence';

export interface Means {
  readonly connection: StoreConnection;
  readonly reads: StoreReads;
  readonly limits: Limits;
  readonly now: Clock;
}

/** The owner's own code failed; only the owner can know what to do. */
class OwnersFault extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
  }
}

/**
 * Subscribes, and again whenever that ends, for whatever reason: an error, a clean end, silence, a new client.
 * It goes on from the last event that its owner took and from nowhere else, so nothing is skipped; what comes again is dropped.
 */
export class Supervisor implements Follower {
  readonly state = new BehaviorSubject<FollowerState>({ kind: 'connecting' });
  private readonly over = new AbortController();
  private readonly running: Promise<void>;
  private heard = 0;
  private failures = 0;

  constructor(
    private readonly means: Means,
    private readonly options: FollowOptions,
  ) {
    this.running = this.run();
  }

  readonly lastHeard = (): number => this.heard;

  async stop(): Promise<void> {
    this.over.abort(new Error('the follower was stopped'));
    await this.running;
  }

  private async run(): Promise<void> {
    let reason: Error | undefined;
    while (!this.over.signal.aborted && reason === undefined) {
      this.state.next({ kind: 'connecting' });
      try {
        await this.subscribeOnce();
      } catch (error) {
        if (error instanceof OwnersFault) reason = error.cause;
        else if (!this.over.signal.aborted) await this.wait(asError(error));
      }
    }
    this.state.next(reason === undefined ? { kind: 'stopped' } : { kind: 'stopped', reason });
  }

  private async wait(error: Error): Promise<void> {
    const retryInMs = Math.round(
      backOff(this.failures, this.means.limits.firstPauseMs, this.means.limits.longestPauseMs),
    );
    this.failures += 1;
    this.state.next({ kind: 'waiting', reason: error.message, retryInMs });
    await pause(retryInMs, this.over.signal);
  }

  /** @throws why the subscription ended. */
  private async subscribeOnce(): Promise<void> {
    const { connection } = this.means;
    const lease = await connection.lease();
    try {
      const from = this.asked(() => this.options.from());
      if (from !== undefined) await this.stillThere(from);
      const feed = new Feed(lease, this.options.prefix, from, () => this.onHeard());
      await this.consume(feed);
    } catch (error) {
      this.report(lease, error);
      throw error;
    }
  }

  /** Servers take a position that they do not know without a word, and deliver nothing or too little from there. */
  private async stillThere(from: Position): Promise<void> {
    const event = await this.means.reads.atOnce(from).catch((error: unknown) => {
      if (isNoSuchPosition(error)) return undefined;
      throw error;
    });
    this.onHeard();
    if (event !== undefined) return;
    throw new Error(`the store has no event at ${positionText(from)}, the last one taken: it was restored or replaced`);
  }

  private async consume(feed: Feed): Promise<void> {
    const done = new AbortController();
    const end = (): void => feed.end(asError(this.over.signal.reason));
    this.over.signal.addEventListener('abort', end);
    if (this.over.signal.aborted) end();
    const watching = watchSilence(this.watched(feed), this.means.reads, this.means.limits, done.signal);
    try {
      while (!this.over.signal.aborted) await this.handOn(feed);
    } finally {
      done.abort();
      this.over.signal.removeEventListener('abort', end);
      feed.end(new Error('the follower let go of the subscription'));
      await watching;
    }
  }

  private watched(feed: Feed) {
    return {
      feed,
      prefix: this.options.prefix,
      isLive: () => this.state.value.kind === 'live',
      onNothingOwed: () => {
        this.onHeard();
        // Servers before 23.10 never say that a follower has caught up; the probe knows as well.
        if (this.state.value.kind !== 'live' && !feed.isWithOwner) this.live();
      },
    };
  }

  private async handOn(feed: Feed): Promise<void> {
    if (this.state.value.kind === 'connecting') this.state.next({ kind: 'catching-up' });
    const { events, caughtUp } = await feed.next();
    if (this.over.signal.aborted) return;
    if (events.length > 0) await this.take(events);
    if (caughtUp) this.live();
  }

  private async take(events: readonly StoredEvent[]): Promise<void> {
    try {
      await this.options.take(events);
      this.failures = 0;
    } catch (error) {
      throw new OwnersFault(asError(error));
    }
  }

  private live(): void {
    this.failures = 0;
    this.means.connection.succeeded('subscription');
    this.state.next({ kind: 'live' });
    this.asked(() => this.options.caughtUp?.());
  }

  private asked<T>(question: () => T): T {
    try {
      return question();
    } catch (error) {
      throw new OwnersFault(asError(error));
    }
  }

  private report(lease: Lease, error: unknown): void {
    if (error instanceof OwnersFault || this.over.signal.aborted) return;
    this.means.connection.failed(lease, 'subscription', error);
  }

  private onHeard(): void {
    this.heard = this.means.now();
  }
}
