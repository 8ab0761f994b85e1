/** What was found in a store's file. */
export interface StoreReport {
  readonly events: number;
  readonly streams: number;
  /** Position of the last event, 0 where there is none. */
  readonly lastPosition: number;
  /** One sentence each; none where all is well. At most a hundred are told. */
  readonly problems: readonly string[];
}
