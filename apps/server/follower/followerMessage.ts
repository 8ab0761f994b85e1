import type { LedgerMessage } from '@milepost/ledger';

/** What the follower's thread tells the main one: plain objects, fit for `postMessage`. */
export type FollowerMessage =
  | LedgerMessage
  /** The ledger's files are there and can be read. */
  | { readonly milepost: 'opened'; readonly ledger: string }
  /** What is in the store, or in a file, cannot be served as this ledger; nothing but an operator can go on. */
  | { readonly milepost: 'refused'; readonly ledger: string; readonly sentence: string }
  /** The views cannot be written for now, and why; without a failure: they can again. */
  | { readonly milepost: 'views'; readonly ledger: string; readonly failure: string | undefined }
  /** Views that were built beside the old ones are in use; or they are not, and why. */
  | { readonly milepost: 'adopted'; readonly ledger: string; readonly name: string; readonly failure?: string };

/** What the main thread tells the follower's. */
export type FollowerRequest =
  | 'stop'
  /** Where the store is; sent once. */
  | { readonly connect: string }
  | { readonly adopt: { readonly ledger: string; readonly name: string } };
