/**
 * An append was sent, and neither its answer nor a reading of the stream told within the time limit whether it was stored.
 * The same append with the same event ids may be repeated at any time: it is stored at most once.
 */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';

  constructor(
    readonly stream: string,
    readonly eventIds: readonly string[],
    cause?: unknown,
  ) {
    super(
      `Whether the store took an append to ${stream} is not known: it did not answer in time. ` +
        'Repeat it with the same event ids; it is stored at most once.',
      { cause },
    );
  }
}
