import type { LedgerWatch } from '@milepost/ledger';
import { checkedInWords } from '../format/checkedInWords';
import { instantInWords } from '../format/instantInWords';
import { currentOf } from '../visit/currentOf';

/** How fresh a page is, and whether its reader has to be warned. */
export interface FreshnessInWords {
  readonly text: string;
  readonly warning: boolean;
  /** The same for paper, which does not know how long ago it was printed; undefined where the text says no age. */
  readonly printed?: string;
}

/**
 * How long ago the record was last read to its end. A page of a moment that nothing can change says that instead of an age,
 * so that it stays true in a cache.
 */
export function freshnessInWords(watch: LedgerWatch, now: number, final: boolean): FreshnessInWords {
  const state = currentOf(watch.state) ?? { kind: 'starting' };
  const freshAt = currentOf(watch.freshAt);
  const lastRead = freshAt === undefined ? '' : ` This page shows what was read by ${instantInWords(freshAt)}.`;
  switch (state.kind) {
    case 'store-unavailable': {
      const since = instantInWords(state.since);
      return { text: `The event store has not been reached since ${since}.${lastRead}`, warning: true };
    }
    case 'stopped':
      return { text: `Reading has stopped and waits for its operator: ${state.reason}${lastRead}`, warning: true };
    case 'starting':
    case 'catching-up':
      if (final) return FIXED;
      return { text: 'The record is still being read. The newest entries may be missing here.', warning: true };
    case 'live':
      if (final) return FIXED;
      return {
        text: freshAt === undefined ? 'Checked for new entries.' : checkedInWords(now - freshAt),
        warning: false,
        ...(freshAt === undefined ? {} : { printed: `Last checked for new entries on ${instantInWords(freshAt)}.` }),
      };
  }
}

const FIXED: FreshnessInWords = {
  text: 'This position is fixed. Whatever is recorded later, it stays as it is.',
  warning: false,
};
