import { DateTime } from 'luxon';
import type { LedgerHead } from '../ledger';

/** One append seen by two clocks, both in milliseconds since 1970. */
export interface StoreStamp {
  /** What the store stamped on the event. */
  readonly created: number;
  /** What the server's clock said when it was appended. */
  readonly serverClock: number;
}

const TOLERANCE_MS = 5 * 60_000;

/**
 * Why nothing may be recorded now, as a sentence that says what to do; undefined where the clocks agree within five minutes.
 * An event of a clock that runs ahead would lift the ledger's time for ever, and one that runs behind would be recorded in the wrong
 * place of it; so both are refused before they are written.
 * @param serverNow the server's clock, milliseconds since 1970
 * @param lastAppend the store's stamp of the server's last append; undefined before the first
 */
export function clockRefusal(serverNow: number, head: LedgerHead, lastAppend?: StoreStamp): string | undefined {
  const behind = (head.lastRecordedAt ?? serverNow) - serverNow;
  if (behind > TOLERANCE_MS) {
    return (
      `This server's clock says ${instant(serverNow)}, ${minutes(behind)} before the last entry (${instant(head.lastRecordedAt!)}). ` +
      'Nothing is recorded until it is set right. If the clock is right, the last entry came from one that was not: ' +
      'writing goes on when that time has come, or in a new ledger.'
    );
  }
  if (!lastAppend) return undefined;
  // Since that append time has only gone on; where the clock says less, it was set back.
  const clock = Math.min(lastAppend.serverClock, serverNow);
  const apart = clock - lastAppend.created;
  if (Math.abs(apart) <= TOLERANCE_MS) return undefined;
  return (
    `This server's clock is ${minutes(Math.abs(apart))} ${apart > 0 ? 'ahead of' : 'behind'} the event store's ` +
    `(${instant(clock)} and ${instant(lastAppend.created)} for one append). ` +
    'Nothing is recorded until the two agree within five minutes: set the wrong one right.'
  );
}

function minutes(milliseconds: number): string {
  return `${Math.floor(milliseconds / 60_000)} minutes`;
}

function instant(milliseconds: number): string {
  return DateTime.fromMillis(milliseconds, { zone: 'utc' }).toISO() ?? `${milliseconds} ms`;
}
