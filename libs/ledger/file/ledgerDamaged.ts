/** What a ledger file holds contradicts itself. Nothing is skipped: reading stops here, and so does sequencing. */
export class LedgerDamaged extends Error {
  override readonly name = 'LedgerDamaged';

  constructor(
    /** The first entry that is wrong or missing. */
    readonly sequence: number,
    what: string,
  ) {
    super(
      `Entry ${sequence} of the ledger file is damaged: ${what}. ` +
        'Move the file away and start again: the ledger is derived from the event store anew.',
    );
  }
}
