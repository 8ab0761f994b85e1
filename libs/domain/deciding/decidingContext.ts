import type { LedgerKind } from '../events/log';
import type { Day } from '../time/day';

/** What a decision needs from outside: it has no clock and knows no ledger. */
export interface DecidingContext {
  /** Today in Europe/London, by the server's clock. */
  readonly today: Day;
  readonly ledger: LedgerKind;
}
