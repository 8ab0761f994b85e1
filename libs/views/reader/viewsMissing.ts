/** There are no views in a folder yet: its writer makes them when it starts. */
export class ViewsMissing extends Error {
  override readonly name = 'ViewsMissing';

  constructor(folder: string) {
    super(`There are no views in ${folder} yet. Start the server, or build them.`);
  }
}
