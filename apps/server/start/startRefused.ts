/** The server cannot start as it was asked to. The message is one sentence or two: what is in the way, and what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
  }
}
