import type { FieldError } from '@milepost/platform';

/** An append or a setting that is wrong in itself, refused before or by the store; nothing was written, and repeating it does not help. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused';

  constructor(
    readonly stream: string,
    readonly reasons: readonly FieldError[],
  ) {
    super(`Refused for ${stream}: ${reasons.map(sentence).join(' ')}`);
  }

  static because(stream: string, detail: string): EventRefused {
    return new EventRefused(stream, [{ detail }]);
  }
}

function sentence({ pointer, detail }: FieldError): string {
  return pointer === undefined || pointer === '' ? detail : `${pointer}: ${detail}`;
}
