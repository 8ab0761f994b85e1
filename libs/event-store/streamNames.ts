/** A ledger's streams and its working streams: `milepost.`, `milepost-work.`. */
const PREFIX = /^[a-z][a-z0-9]*(-work)?\.$/;
const NAME = /^[A-Za-z0-9._-]{1,200}$/;

/** @throws {TypeError} where a prefix is none of a ledger's. */
export function checkPrefixes(prefixes: readonly string[]): readonly string[] {
  for (const prefix of prefixes) {
    if (!PREFIX.test(prefix))
      throw new TypeError(`"${prefix}" is no prefix of a ledger; it looks like "milepost." or "milepost-work."`);
  }
  return [...prefixes];
}

/** Why this stream may not be written to, as a sentence; undefined where it may. Never a stream of the store's own (`$…`). */
export function whyNotWritable(stream: string, prefixes: readonly string[]): string | undefined {
  if (!NAME.test(stream)) return 'A stream name has 1 to 200 characters of A-Z, a-z, 0-9, ".", "_" and "-".';
  if (prefixes.some((prefix) => stream.startsWith(prefix) && stream.length > prefix.length)) return undefined;
  return `Streams are written only below ${prefixes.join(', ')}.`;
}

/** Only working streams may lose events: what is in a ledger stays in it for ever. */
export function isWorkingStream(stream: string): boolean {
  return /^[a-z][a-z0-9]*-work\./.test(stream);
}

export function isTypeName(type: string): boolean {
  return NAME.test(type);
}
