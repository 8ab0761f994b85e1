/** The word for a key that anyone may have written: only the table's own keys have one, never `constructor`. */
export function wordFor(words: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  return key !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;
}
