import type { LedgerMessage } from '@milepost/ledger';

/** What the follower's thread tells the main one: plain objects, fit for `postMessage`. */
export type FollowerMessage =
  | LedgerMessage
  /** The ledger's files are there and can be read. */
  | { readonly milepost: 'opened'; readonly ledger: string }
  /** What is in the store, or in a file, cannot be served as this ledger; nothing but an operator can go on. */
  | { readonly milepost: 'refused'; readonly ledger: string; readonly sentence: string };

/** What the main thread tells the follower's. */
export type FollowerRequest = 'stop';
