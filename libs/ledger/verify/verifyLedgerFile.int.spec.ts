import { DatabaseSync } from '@photostructure/sqlite';
import { filledLedger } from '../../../test/support/filledLedger';
import { ledgerLog } from '../../../test/support/ledgerLog';
import { storedEvent } from '../../../test/support/storedEvents';
import { temporaryFile } from '../../../test/support/temporaryFile';
import { openLedgerReader } from '../reader/openLedgerReader';
import { verifyLedgerFile } from './verifyLedgerFile';

async function filled(count = 12): Promise<string> {
  const file = temporaryFile('ledger.sqlite');
  const foreign = storedEvent(count, { stream: 'milepost.f', metadata: undefined, data: Uint8Array.of(1, 0, 2) });
  await filledLedger(file, [...ledgerLog(count), foreign]);
  return file;
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

it('makes a whole file again and gives its root', async () => {
  const file = await filled(1_500);
  const seen: number[] = [];
  const verified = verifyLedgerFile(file, (done) => seen.push(done));
  const reader = openLedgerReader(file);
  expect(verified).toEqual({ size: 1_501, root: reader.rootAt(1_501) });
  reader.close();
  expect(seen).toEqual([1_000, 1_501]);
});

it.each([
  ['data', `data = replace(data, '2025', '2024')`, 'the entry is not that of the event beside it'],
  ['data that is no JSON any more', `data = substr(data, 2)`, 'its data cannot be read'],
  [
    'data in another order',
    `data = '{"occurredOn":"2025-11-03","n":7,"deployment":"main"}'`,
    'its data is not canonical',
  ],
  ['metadata', `metadata = replace(metadata, 'reporter', 'programme')`, 'the entry is not that of the event beside it'],
  ['metadata that is gone', `metadata = NULL`, 'the entry is not that of the event beside it'],
  [
    'the entry',
    `entry = replace(entry, 'EprWentLive', 'EprWithdrawn')`,
    'the entry is not that of the event beside it',
  ],
  ['a revision', `revision = revision + 10`, 'the entry is not that of the event beside it'],
  ['an id', `id = replace(id, '0', '1')`, 'the entry is not that of the event beside it'],
  [
    'a type',
    `type = (SELECT id FROM names WHERE name = CAST('LedgerOpened.v1' AS BLOB))`,
    'the entry is not that of the event beside it',
  ],
  ['an actor', `actor = NULL`, 'its actor is not the one of the entry'],
  ['a time', `recorded_at = recorded_at + 1`, 'its recorded time does not go on'],
  ['a leaf', `hashes = randomblob(length(hashes))`, 'it does not hash to what is stored as its hash'],
  [
    'a higher hash',
    `hashes = CAST(substr(hashes, 1, 32) || randomblob(length(hashes) - 32) AS BLOB)`,
    'it does not hash',
  ],
])('finds a change of %s', async (_what, assignment, message) => {
  const file = await filled();
  change(file, `UPDATE entries SET ${assignment} WHERE sequence = 7`);
  expect(() => verifyLedgerFile(file)).toThrow(`Entry 7 of the ledger file is damaged: ${message}`);
});

it('finds an entry and hashes that were forged together by what stands on them', async () => {
  const file = await filled();
  const other = temporaryFile('other.sqlite');
  await filledLedger(
    other,
    ledgerLog(13).map((event, n) => (n === 6 ? { ...event, data: { n: 66 } } : event)),
  );
  change(
    file,
    `ATTACH '${other}' AS other; UPDATE entries SET (entry, data, hashes) = (SELECT entry, data, hashes FROM other.entries WHERE sequence = 6) WHERE sequence = 6`,
  );
  expect(() => verifyLedgerFile(file)).toThrow('Entry 7 of the ledger file is damaged: it does not hash');
});

it.each([
  ['a missing entry', 'DELETE FROM entries WHERE sequence = 4', 'Entry 4 of the ledger file is damaged: it is missing'],
  [
    'an entry too many',
    'UPDATE entries SET sequence = 40 WHERE sequence = 12; UPDATE ledger SET size = 12',
    'Entry 12 of the ledger file is damaged',
  ],
  [
    'an entry before the first',
    'UPDATE entries SET sequence = -1 WHERE sequence = 12; UPDATE ledger SET size = 12',
    'Entry 12 of the ledger file is damaged',
  ],
])('finds %s', async (_what, sql, message) => {
  const file = await filled();
  change(file, sql);
  expect(() => verifyLedgerFile(file)).toThrow(message);
});
