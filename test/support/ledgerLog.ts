import type { StoredEvent } from '@milepost/event-store';
import { ledgerOpened, storedEvent } from './storedEvents';

/** A log of `count` events as a store would hold it: the opening, then events spread over some streams. */
export function ledgerLog(count: number, ledger = 'milepost', streams = 4): StoredEvent[] {
  const revisions = new Map<string, bigint>();
  return Array.from({ length: count }, (_, n) => {
    if (n === 0) return ledgerOpened(ledger);
    const stream = `${ledger}.trust-R${(n * 7) % streams}`;
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const type = n % 3 === 0 ? 'EprGoLivePlanned.v1' : 'EprWentLive.v1';
    return storedEvent(n, { stream, revision, type, data: { n, deployment: 'main', occurredOn: '2025-11-03' } });
  });
}
