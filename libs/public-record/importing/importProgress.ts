/** How far an import has come. */
export interface ImportProgress {
  readonly dataSet: string;
  /** `comparing`: reads what is recorded already; `recording`: appends; `waiting`: the store is away, it is tried again. */
  readonly phase: 'comparing' | 'recording' | 'waiting' | 'done';
  /** The file whose row was recorded last; undefined outside `recording`. */
  readonly file: string | undefined;
  /** Streams compared, or events recorded, out of `total`. */
  readonly done: number;
  readonly total: number;
  /** Events so far. */
  readonly counts: { readonly recorded: number; readonly corrected: number; readonly skipped: number };
  /** Why it waits. */
  readonly reason?: string;
}
