import type { Limits } from '../limits';
import { pause } from '../pause';
import type { StoreReads } from '../storeReads';
import { asError } from '../within';
import type { Feed } from './feed';
import { owedTo } from './owedTo';

export interface Watched {
  readonly feed: Feed;
  readonly prefix: string;
  readonly isLive: () => boolean;
  /** The store answered, and nothing that was written is owed. */
  readonly onNothingOwed: () => void;
}

/**
 * Ends the feed when it is silent though the store has something for it, or when the store does not answer at all.
 * A connection cut in the middle, a stopped server and a subscription that the server forgot all look like a quiet ledger;
 * only asking tells them apart. Returns when `over` is aborted.
 */
export async function watchSilence(
  watched: Watched,
  reads: StoreReads,
  limits: Limits,
  over: AbortSignal,
): Promise<void> {
  const { feed } = watched;
  let lookedTo = -1n;
  while (!over.aborted) {
    const silentMs = performance.now() - feed.heardAt;
    if (feed.isWithOwner || silentMs < limits.silenceMs) {
      await pause(Math.max(limits.silenceMs - silentMs, limits.silenceMs / 4), over);
      continue;
    }
    if (!feed.confirmed) return feed.end(new Error('the store did not confirm the subscription'));
    try {
      lookedTo = await ask(watched, reads, limits, lookedTo, over);
    } catch (error) {
      feed.end(asError(error));
    }
  }
}

/** @throws {Error} why the feed is no good any more. */
async function ask(
  { feed, prefix, isLive, onNothingOwed }: Watched,
  reads: StoreReads,
  limits: Limits,
  lookedTo: bigint,
  over: AbortSignal,
): Promise<bigint> {
  // That the store says a follower has caught up proves nothing; that a reading met what was delivered does.
  const known = feed.deliveredTo > lookedTo ? feed.deliveredTo : lookedTo;
  const { owed, complete, lookedTo: seen } = await owedTo(reads, prefix, known);
  if (owed !== undefined) {
    // Perhaps it was written a moment ago.
    await pause(limits.owedMs, over);
    if (!over.aborted && feed.deliveredTo < owed.commit)
      throw new Error('the subscription is silent while there are events for it');
    return lookedTo;
  }
  // In a live subscription of a quiet ledger much of others may lie between; none of it was ours.
  if (!complete && !isLive()) throw new Error('the subscription is silent while much was written');
  feed.heardAt = performance.now();
  onNothingOwed();
  return seen;
}
