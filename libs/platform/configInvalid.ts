/** The environment holds values that cannot be used. The message lists every one of them with what to do. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}
