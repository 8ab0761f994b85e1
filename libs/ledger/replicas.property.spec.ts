import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import type { StoredEvent } from '@milepost/event-store';
import { filledLedger } from '../../test/support/filledLedger';
import { oddLog } from '../../test/support/oddLog';
import { temporaryFile } from '../../test/support/temporaryFile';
import { openLedgerReader } from './reader/openLedgerReader';

const log = oddLog(120);

/** Everything in a ledger's file but where its events stood in the store. */
function contentOf(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const content = ['names', 'entries'].map(
    (table) => database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all() as unknown[],
  );
  database.close();
  return content;
}

function rootOf(file: string, size: number): Buffer {
  const reader = openLedgerReader(file);
  const root = Buffer.from(reader.rootAt(size));
  reader.close();
  return root;
}

let whole: string;
beforeAll(async () => {
  whole = temporaryFile('whole.sqlite');
  await filledLedger(whole, log, 'milepost', 1_000);
});

it('is the same in every replica, however the log came: in what batches, with what restarts, whenever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(log.length), { maxLength: 4 }),
      fc.integer({ min: 1, max: 130 }),
      async (stops, batch) => {
        const replica = temporaryFile('replica.sqlite');
        for (const stop of stops.sort((a, b) => a - b))
          await filledLedger(replica, log.slice(0, stop), 'milepost', batch);
        await filledLedger(replica, log, 'milepost', batch);
        expect(contentOf(replica)).toEqual(contentOf(whole));
      },
    ),
    { numRuns: 12 },
  );
});

it('is the same for a log that was copied to another store', async () => {
  const copied = log.map((event, n): StoredEvent => ({
    ...event,
    position: { commit: 5n * BigInt(n), prepare: 0n },
    created: 0,
  }));
  const copy = temporaryFile('copy.sqlite');
  await filledLedger(copy, copied);
  expect(contentOf(copy)).toEqual(contentOf(whole));
});

it('is the same when it is derived again from nothing', async () => {
  const again = temporaryFile('again.sqlite');
  await filledLedger(again, log);
  expect(rootOf(again, log.length)).toEqual(rootOf(whole, log.length));
});

it('keeps its earlier roots when it grows', async () => {
  const growing = temporaryFile('growing.sqlite');
  await filledLedger(growing, log.slice(0, 50));
  const before = rootOf(growing, 50);
  await filledLedger(growing, log);
  expect(rootOf(growing, 50)).toEqual(before);
});
