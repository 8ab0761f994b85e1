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
