/** What is in the store under this name cannot be served as the ledger asked for. Nothing was written. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';

  constructor(
    readonly ledger: string,
    why: string,
  ) {
    super(
      `The ledger "${ledger}" is refused: ${why}. ` +
        'Use another ledger name, or the event store that this ledger was begun in.',
    );
  }
}
