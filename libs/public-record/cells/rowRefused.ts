/** A row whose cells are right one by one, but not together; the message says why, the column is the one to look at. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';

  constructor(
    readonly column: string | undefined,
    reason: string,
  ) {
    super(reason);
  }
}
