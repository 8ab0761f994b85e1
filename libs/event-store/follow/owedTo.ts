import type { StoreReads } from '../storeReads';
import { PAGE } from '../storeReads';
import type { Position } from '../storedEvent';

/** While a subscription works it says something for every few hundred events; so many without a word, and it does not. */
const MOST_PAGES = 20;

export interface Owed {
  /** Commit position up to which the store was looked at; -1 where it is empty. */
  readonly lookedTo: bigint;
  /** The newest event under the prefix that was not delivered. */
  readonly owed: Position | undefined;
  /** Whether the search met what is known, so that it missed nothing. */
  readonly complete: boolean;
}

/** Looks backwards from the end of `$all` to a commit position for events that a follower should have had. */
export async function owedTo(reads: StoreReads, prefix: string, known: bigint): Promise<Owed> {
  let lookedTo: bigint | undefined;
  let owed: Position | undefined;
  let before: Position | undefined;
  for (let page = 0; page <= MOST_PAGES; page += 1) {
    // Mostly there is nothing new, which one event shows.
    const count = page === 0 ? 1 : PAGE;
    const events = await reads.newest(count, before);
    lookedTo ??= events[0]?.position.commit ?? -1n;
    for (const { position, stream } of events) {
      if (position.commit <= known) return { lookedTo, owed, complete: true };
      if (stream.startsWith(prefix)) owed ??= position;
    }
    before = events.at(-1)?.position;
    if (events.length < count || before === undefined) return { lookedTo, owed, complete: true };
  }
  return { lookedTo: lookedTo ?? -1n, owed, complete: false };
}
