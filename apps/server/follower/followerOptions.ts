import { accessLedger } from '@milepost/domain';
import type { LedgerKind } from '@milepost/domain';

export interface FollowedLedger {
  readonly ledger: string;
  readonly kind: LedgerKind;
  /** Whether it has views; the access ledger has none. */
  readonly hasViews: boolean;
}

/** What the follower's thread is given: plain values, fit for `workerData`. */
export interface FollowerOptions {
  /** Absolute path; each ledger has a folder of its name in it. */
  readonly dataDir: string;
  readonly ledgers: readonly FollowedLedger[];
}

/** A ledger and the one that guards it. */
export function followedFor({ ledger, kind }: Pick<FollowedLedger, 'ledger' | 'kind'>): readonly FollowedLedger[] {
  return [
    { ledger, kind, hasViews: true },
    { ledger: accessLedger(ledger), kind: 'access', hasViews: false },
  ];
}
