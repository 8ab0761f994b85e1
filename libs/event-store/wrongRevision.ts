import type { ExpectedRevision } from './eventStore';

/** The stream did not stand where the append expected it, and the append's events are not there: nothing was written. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';

  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** Revision of the stream's last event as the store gave it; undefined where it was learned by reading that others stand there. */
    readonly actual: ExpectedRevision | undefined,
  ) {
    super(
      `${stream} was expected at ${String(expected)} and is ${actual === undefined ? 'past it' : `at ${String(actual)}`}. ` +
        'Read it again and decide anew.',
    );
  }
}
