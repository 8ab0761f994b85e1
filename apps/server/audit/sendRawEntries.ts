import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type { LedgerReader } from '@milepost/ledger';

/** So many entries are read at once, about a hundred kilobytes: between two reads others get their turn. */
const BATCH = 256;
const LINE_FEED = Buffer.from('\n');

/**
 * Sends the bytes of entries line by line, as fast as they are taken: never more than two batches are held in memory.
 * Entries are JSON without line feeds, so a line is an entry. A reader that goes away ends it; where an entry cannot be read, the
 * connection is cut off, since a shorter answer would look whole.
 */
export async function sendRawEntries(
  reader: () => LedgerReader,
  { from, end }: { readonly from: number; readonly end: number },
  to: Writable,
): Promise<void> {
  try {
    await pipeline(Readable.from(batches(reader, from, end), { objectMode: false }), to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- an asynchronous source is read batch by batch
async function* batches(reader: () => LedgerReader, from: number, end: number): AsyncGenerator<Buffer> {
  for (let next = from; next < end; next += BATCH) {
    const entries = reader().rawFrom(next, Math.min(BATCH, end - next));
    yield Buffer.concat(entries.flatMap(({ bytes }) => [bytes, LINE_FEED]));
  }
}
