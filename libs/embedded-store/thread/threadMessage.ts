/** What the store's thread tells its owner. */
export type ThreadMessage =
  | { readonly kind: 'listening'; readonly port: number; readonly connectionString: string }
  /** The sentence of a StoreRefused. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** What the owner tells the thread. */
export type ThreadRequest = 'stop';
