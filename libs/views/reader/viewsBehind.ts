/** A question asks for entries that a view has not applied yet: ask again, or for an earlier size. */
export class ViewsBehind extends Error {
  override readonly name = 'ViewsBehind';

  constructor(
    readonly view: string,
    /** How many entries the view has applied. */
    readonly applied: number,
    /** How many the question asks for. */
    readonly size: number,
  ) {
    super(`The view ${view} has applied ${applied} entries of the ${size} that the question asks for.`);
  }
}
