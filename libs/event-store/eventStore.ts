import type { Observable } from 'rxjs';
import type { NewEvent, Position, StoredEvent } from './storedEvent';

/** What an append demands of the stream before it: that it holds nothing, or that its last event has this revision. */
export type ExpectedRevision = 'no-stream' | bigint;

export interface Appended {
  /** Revision of the last event written. */
  readonly revision: bigint;
  /** Position of the last event written; absent where the outcome was learned by reading. */
  readonly position: Position | undefined;
}

export type FollowerState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'catching-up' }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly reason: string; readonly retryInMs: number }
  /** For good: by {@link Follower.stop}, or with the reason with which its owner's `take`, `from` or `caughtUp` failed. */
  | { readonly kind: 'stopped'; readonly reason?: Error };

/**
 * A follower of `$all` under one stream prefix that survives ends, errors, silence and restarts of the store.
 * Batches come in order, without a skip or a repeat after `from`; the next one is not asked for before the last was taken.
 */
export interface Follower {
  readonly state: Observable<FollowerState>;
  /** Milliseconds since 1970 when the store last said anything (event, checkpoint, caught-up, or an answered probe). */
  readonly lastHeard: () => number;
  /** Ends the follower; `run` settles after the batch in hand. */
  stop(): Promise<void>;
}

export interface FollowOptions {
  /** Stream name prefix, for example `milepost.`. */
  readonly prefix: string;
  /** Where the last event was stored; undefined for the very beginning. Asked again before each (re)subscription. */
  readonly from: () => Position | undefined;
  /** Takes a batch; the follower waits for it. A rejection stops the follower with that reason, for its owner to decide. */
  readonly take: (batch: readonly StoredEvent[]) => Promise<void>;
  /** Called when the store says that everything written so far was delivered. */
  readonly caughtUp?: () => void;
}

/**
 * The only way to the store. Every call has its own timer; no call hangs, and none reports as failed what was stored.
 *
 * Errors: {@link StoreUnavailable} (not reached in time; nothing written), {@link WrongRevision}, {@link OutcomeUnknown}
 * (an append of which not even reading could tell within the time limit), {@link EventRefused} (not JSON, not its schema, a name outside the prefixes).
 */
export interface EventStore {
  /** Appends to one stream, all or nothing. Repeating it with the same ids is harmless. */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  /** A stream from a revision on, forwards, paged; an absent stream is empty. */
  readStream(stream: string, fromRevision?: bigint): AsyncIterable<StoredEvent>;
  /** The last event of a stream, or undefined. */
  lastOf(stream: string): Promise<StoredEvent | undefined>;
  /** The event at exactly this position of `$all`, or undefined where there is none. Read from the leader. */
  eventAt(position: Position): Promise<StoredEvent | undefined>;
  /** Sets `$maxCount`, on streams of `{ledger}-work.` only. */
  setMaxCount(stream: string, count: number): Promise<void>;
  follow(options: FollowOptions): Follower;
  /** Whether the store answers now. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}
