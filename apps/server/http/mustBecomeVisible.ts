import { Problem } from '@milepost/platform';
import type { LedgerContext } from '@milepost/views';
import { filter, firstValueFrom, interval, map, merge, take, timer } from 'rxjs';

/** The views follow the ledger within milliseconds; while they are waited for they are asked this often. */
const LOOK_MS = 20;

/** Waits until every view holds an entry. @throws Problem 503 `not-visible-yet` after `ms` milliseconds */
export async function mustBecomeVisible(context: LedgerContext, sequence: number, ms: number): Promise<void> {
  const applied = (): boolean =>
    context
      .questions()
      .status()
      .every(({ next }) => next > sequence);
  if (applied()) return;
  const seen = interval(LOOK_MS).pipe(map(applied), filter(Boolean));
  const late = timer(Math.max(0, ms)).pipe(map(() => false));
  if (!(await firstValueFrom(merge(seen, late).pipe(take(1))))) throw notVisibleYet();
}

export function notVisibleYet(): Problem {
  return new Problem({
    slug: 'not-visible-yet',
    title: 'Your write is not visible yet',
    status: 503,
    detail: 'It is recorded, and will be seen here. Ask again, or without Milepost-After for what is visible now.',
    retryAfter: 1,
  });
}
