import { map, merge } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { LedgerWatch } from '../ledger';
import type { LedgerMessage } from './ledgerMessage';

/** Tells another thread all that can be watched of a ledger, what stands now included, until unsubscribed. */
export function announce(ledger: string, watch: LedgerWatch, post: (message: LedgerMessage) => void): Subscription {
  const named = { milepost: 'ledger', ledger } as const;
  return merge(
    watch.head.pipe(map((head) => ({ ...named, head }))),
    watch.state.pipe(map((state) => ({ ...named, state }))),
    watch.freshAt.pipe(map((freshAt) => ({ ...named, freshAt }))),
  ).subscribe(post);
}
