/** The ledger does not hold that many entries (problem `not-yet-recorded`, 404). */
export class NotYetRecorded extends Error {
  override readonly name = 'NotYetRecorded';

  constructor(
    readonly asked: number,
    readonly size: number,
  ) {
    super(`size:${asked} is not yet recorded; there are ${size} entries.`);
  }
}
