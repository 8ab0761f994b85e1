import type { LedgerWatch } from '@milepost/ledger';
import { filter, firstValueFrom, fromEvent, map, merge, take } from 'rxjs';

/** Waits until a ledger was read to the store's end; false where it was told to give up before. */
export async function untilLive(watch: Pick<LedgerWatch, 'state'>, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  const live = watch.state.pipe(
    filter(({ kind }) => kind === 'live'),
    map(() => true),
  );
  const over = fromEvent(signal, 'abort').pipe(map(() => false));
  return firstValueFrom(merge(live, over).pipe(take(1)), { defaultValue: false });
}
