import type { StoredEvent } from '@milepost/event-store';
import { logStream, OPENED_TYPE } from './ledgerOpening';
import type { LedgerOpening } from './ledgerOpening';
import { LedgerRefused } from './ledgerRefused';

/** What of an event the opening is read from. */
export type FirstEvent = Pick<StoredEvent, 'stream' | 'type' | 'id'> & { readonly data: unknown };

/**
 * Reads a ledger's first event. Only `LedgerOpened.v1` in its log stream opens a ledger.
 * @throws LedgerRefused
 */
export function openingOf(first: FirstEvent, ledger: string): LedgerOpening {
  if (first.type !== OPENED_TYPE || first.stream !== logStream(ledger)) {
    throw new LedgerRefused(
      ledger,
      `its first event is ${first.type} ${first.id} in ${first.stream}, not ${OPENED_TYPE} in ${logStream(ledger)}`,
    );
  }
  if (!isOpening(first.data, ledger))
    throw new LedgerRefused(ledger, `what ${OPENED_TYPE} ${first.id} says is no opening of it`);
  return first.data;
}

function isOpening(data: unknown, ledger: string): data is LedgerOpening {
  if (typeof data !== 'object' || data === null) return false;
  const { epoch, kind, logOrigin, timeZone } = data as { [member in keyof LedgerOpening]?: unknown };
  if (epoch !== 1 || typeof kind !== 'string' || timeZone !== 'Europe/London' || typeof logOrigin !== 'string')
    return false;
  const [product, random, name, ...rest] = logOrigin.split('/');
  return product === 'milepost' && /^[0-9a-f]{32}$/.test(random ?? '') && name === ledger && rest.length === 0;
}
