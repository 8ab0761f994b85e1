import { filter, firstValueFrom, map, merge, timer } from 'rxjs';
import type { LedgerReader, LedgerWatch } from '../ledger';
import { parsePositionToken } from './positionToken';

/** The side of a ledger that a token is awaited on: this replica's. */
export interface TokenWatch {
  readonly ledger: string;
  readonly reader: Pick<LedgerReader, 'sequenceOf'>;
  readonly watch: Pick<LedgerWatch, 'head'>;
}

/**
 * Waits until the ledger holds the event that a token names and gives its sequence; undefined where it does not within `timeoutMs`.
 * A retried write's token names the same event, so it is found at once.
 * @throws InvalidPositionToken
 */
export async function waitForToken(
  { ledger, reader, watch }: TokenWatch,
  token: string,
  timeoutMs: number,
): Promise<number | undefined> {
  const { stream, revision } = parsePositionToken(ledger, token);
  const held = reader.sequenceOf(stream, revision);
  if (held !== undefined || timeoutMs <= 0) return held;
  const seen = watch.head.pipe(
    map(() => reader.sequenceOf(stream, revision)),
    filter((sequence) => sequence !== undefined),
  );
  return firstValueFrom(merge(seen, timer(timeoutMs).pipe(map(() => undefined))));
}
