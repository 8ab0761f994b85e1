import type { EntrySource } from './entrySource';
import { readEntry } from './readEntry';
import type { Reading } from './reading';

/** Reads the entries from `from` on, at most `limit`; throws where the ledger gives others than it was asked for. */
export function readPage(source: EntrySource, from: number, limit: number): Reading[] {
  return source.snapshot(() =>
    source.scan(from, limit).map((row, index) => {
      const [sequence] = row;
      if (sequence !== from + index)
        throw new Error(`The ledger gave entry ${sequence} in the place of ${from + index}.`);
      return readEntry(row, source);
    }),
  );
}
