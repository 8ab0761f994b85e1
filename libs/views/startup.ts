/** What the server's start is at, for the terminal and the first page. */
export type Startup =
  /** `step` is a sentence without a full stop: "Opening the store". */
  | { readonly kind: 'starting'; readonly step: string }
  /** `done` of `total` rows of `file` are dealt with. */
  | { readonly kind: 'importing'; readonly file: string; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** The start could not be finished; what is there is served. `reason` says what to do. */
  | { readonly kind: 'failed'; readonly reason: string };
