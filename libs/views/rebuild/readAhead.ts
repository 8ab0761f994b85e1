import { join } from 'node:path';
import type { EntrySource } from '../reading/entrySource';
import { readPage } from '../reading/readPage';
import type { Reading } from '../reading/reading';
import { HelperThread } from '../threads/helperThread';
import type { PackedPage } from './packedPage';
import { unpacked } from './packedPage';
import type { ReaderTask } from './readerThread';

const PAGE = 1_000;
const THREAD = join(__dirname, 'readerThread.js');

/**
 * All entries of a ledger before `size`, page by page; where a thread can help, it reads ahead. A page that the thread
 * does not give is read here, as are all after it: so what is wrong with the ledger is thrown as if there were no thread.
 */
export function* readAhead(source: EntrySource, size: number, mayHelp: boolean): Generator<readonly Reading[]> {
  const thread = mayHelp ? readerThread(source, size) : undefined;
  try {
    for (let from = 0; from < size; from += PAGE) {
      const page = thread?.next();
      yield page ? unpacked(page) : readPage(source, from, Math.min(PAGE, size - from));
    }
  } finally {
    thread?.end();
  }
}

function readerThread({ file }: EntrySource, size: number): HelperThread<PackedPage> | undefined {
  if (file === undefined || !HelperThread.canRun(THREAD)) return undefined;
  const task: ReaderTask = { file, size, page: PAGE };
  return new HelperThread(THREAD, task);
}
