/** What the first event of a ledger says of it, for ever. */
export interface LedgerOpening {
  readonly epoch: 1;
  /** The log's name: `milepost/{32 random hex digits}/{ledger}`, made once. */
  readonly logOrigin: string;
  /** `public-record`, `demonstration`, `live` or `access`. */
  readonly kind: string;
  readonly timeZone: 'Europe/London';
}

export const OPENED_TYPE = 'LedgerOpened.v1';

/** The stream of a ledger's own events. */
export function logStream(ledger: string): string {
  return `${ledger}.log-ledger`;
}
