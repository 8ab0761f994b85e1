import type { LedgerKind } from '@milepost/domain';

export interface LedgerMount {
  readonly ledger: string;
  readonly kind: LedgerKind;
  /** `` for the root, else `/demonstration`, never with a slash at its end. */
  readonly basePath: string;
}
