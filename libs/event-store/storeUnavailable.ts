/** The store was not reached in time. Of an append this is said only where nothing of it was ever sent, so nothing was written. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(what: string, cause?: unknown) {
    super(`The event store could not be reached: ${what}. Nothing was written; try again when it is back.`, { cause });
  }
}
