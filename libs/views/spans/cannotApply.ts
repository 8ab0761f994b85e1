/** A view's rule failed on an entry: the view stops there, visibly, until the rule is mended. */
export class CannotApply extends Error {
  override readonly name = 'CannotApply';

  constructor(
    readonly sequence: number,
    override readonly cause: unknown,
  ) {
    super(`Entry ${sequence}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** A file that cannot be read or written is no view's fault: such an error ends the batch, and is tried again. */
const isOfAFile = (error: unknown): boolean =>
  error instanceof Error && ('code' in error || error.name === 'LedgerDamaged');

/** What to throw where a view failed on an entry. */
export function failedOn(sequence: number, error: unknown): unknown {
  return isOfAFile(error) ? error : new CannotApply(sequence, error);
}
