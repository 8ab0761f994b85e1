import type { LedgerHead, SequencerState } from '../ledger';

/** What the thread that owns a ledger tells others: plain objects, fit for `postMessage`. */
export type LedgerMessage =
  | { readonly milepost: 'ledger'; readonly ledger: string; readonly head: LedgerHead }
  | { readonly milepost: 'ledger'; readonly ledger: string; readonly state: SequencerState }
  | { readonly milepost: 'ledger'; readonly ledger: string; readonly freshAt: number };

/** A port carries other messages too; these name themselves. */
export function isLedgerMessage(message: unknown): message is LedgerMessage {
  return typeof message === 'object' && message !== null && (message as { milepost?: unknown }).milepost === 'ledger';
}
