import { workerData } from 'node:worker_threads';
import { openLedgerReader } from '@milepost/ledger';
import { readPage } from '../reading/readPage';
import { giveAll } from '../threads/giveAll';
import type { HandoverTask } from '../threads/helperThread';
import type { PackedPage } from './packedPage';
import { packed } from './packedPage';

/** What of a ledger is to be read ahead of the thread that builds views of it. */
export interface ReaderTask {
  readonly file: string;
  readonly size: number;
  /** Entries a page. */
  readonly page: number;
}

function* pages({ file, size, page }: ReaderTask): Generator<PackedPage> {
  const source = openLedgerReader(file);
  try {
    for (let from = 0; from < size; from += page) yield packed(readPage(source, from, Math.min(page, size - from)));
  } finally {
    source.close();
  }
}

const task = workerData as ReaderTask & HandoverTask;
giveAll(task, pages(task));
