/** An import was asked to stop, and did between two events. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';

  constructor() {
    super('The import was asked to stop.');
  }
}
