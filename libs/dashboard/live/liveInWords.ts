import type { SequencerState } from '@milepost/ledger';
import { checkedInWords } from '../format/checkedInWords';
import { countOf } from '../format/countOf';
import { instantInWords } from '../format/instantInWords';

/** What has become of the record since a page was made, in the words that the page's script shows. */
export interface LiveInWords {
  /** `3 new entries`; null: none. */
  readonly entries: string | null;
  /** How long ago the record was last read to its end; null where that is not known. Always about as long as the sentence that it takes the place of. */
  readonly age: string | null;
  /** Why the page may be older than it looks, while that is so. */
  readonly outage: string | null;
}

export interface Situation {
  /** Entries that pages show now; undefined where they cannot show the newest. */
  readonly size: number | undefined;
  /** How many the page knew of. */
  readonly after: number;
  readonly state: SequencerState | undefined;
  /** Milliseconds since 1970. */
  readonly freshAt: number | undefined;
  readonly now: number;
}

export function liveInWords({ size, after, state, freshAt, now }: Situation): LiveInWords {
  const more = size === undefined ? 0 : size - after;
  return {
    entries: more > 0 ? countOf(more, 'new entry', 'new entries') : null,
    age: freshAt === undefined ? null : checkedInWords(now - freshAt),
    outage: outage(state),
  };
}

function outage(state: SequencerState | undefined): string | null {
  switch (state?.kind) {
    case 'store-unavailable':
      return `The record’s store has not answered since ${instantInWords(state.since)}. This is the last known position.`;
    case 'stopped':
      return 'Reading the record has stopped and waits for its operator. This is the last known position.';
    default:
      return null;
  }
}
