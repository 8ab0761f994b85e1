import type { LedgerKind } from '@milepost/domain';

export interface FollowedLedger {
  readonly ledger: string;
  readonly kind: LedgerKind;
  /** Whether it has views; the access ledger has none. */
  readonly hasViews: boolean;
}

/** What the follower's thread is given: plain values, fit for `workerData`. */
export interface FollowerOptions {
  readonly connectionString: string;
  /** Absolute path; each ledger has a folder of its name in it. */
  readonly dataDir: string;
  readonly ledgers: readonly FollowedLedger[];
}
