import { copyFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { ledgerLog } from '../../../test/support/ledgerLog';
import { temporaryFile } from '../../../test/support/temporaryFile';
import { nextEntries } from '../sequencer/nextEntries';
import { LedgerFile } from './ledgerFile';
import { makeLedgerFile } from './makeLedgerFile';
import type { NewEntry } from './newEntry';

const open: LedgerFile[] = [];
afterEach(() => open.splice(0).forEach((file) => file.close()));

function opened(path: string, ledger = 'milepost'): LedgerFile {
  const file = new LedgerFile(path, ledger);
  open.push(file);
  return file;
}

function appendLog(file: LedgerFile, from: number, end: number): void {
  const { entries, position } = nextEntries(file, ledgerLog(end).slice(from));
  file.append(entries, position!);
}

const stored = (path: string, sql: string): unknown[] => {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

it('is empty when it is made, and goes on where it was when it is opened again', () => {
  const path = temporaryFile('ledger.sqlite');
  const first = opened(path);
  expect(first).toMatchObject({ size: 0, position: undefined, lastRecordedAt: undefined });
  expect(first.lastEntry()).toBeUndefined();
  appendLog(first, 0, 9);
  open.splice(0).forEach((file) => file.close());
  const again = opened(path);
  expect(again).toMatchObject({ size: 9, position: ledgerLog(9)[8]?.position, lastRecordedAt: first.lastRecordedAt });
  expect(again.tipOf('milepost.trust-R3')).toEqual({ sequence: 5, revision: 1 });
  expect(again.tipOf('milepost.trust-none')).toBeUndefined();
  appendLog(again, 9, 12);
  expect(again.size).toBe(12);
  again.verifyLast(100);
});

it('keeps positions beyond what a number can hold', () => {
  const path = temporaryFile('ledger.sqlite');
  const first = opened(path);
  const { entries } = nextEntries(first, ledgerLog(1));
  const position = { commit: 2n ** 64n - 1n, prepare: 2n ** 63n + 1n };
  first.append(entries, position);
  expect(opened(path).position).toEqual(position);
});

describe('a batch is all or nothing, with its place in the store', () => {
  it('when one of its rows cannot be stored', () => {
    const path = temporaryFile('ledger.sqlite');
    const file = opened(path);
    appendLog(file, 0, 3);
    const { entries, position } = nextEntries(file, ledgerLog(8).slice(3));
    const broken = entries.map((entry, n): NewEntry => (n === 3 ? { ...entry, revision: 0.5 } : entry));
    expect(() => file.append(broken, position!)).toThrow();
    expect(file).toMatchObject({ size: 3, position: ledgerLog(3)[2]?.position });
    expect(stored(path, 'SELECT size, commit_position AS at FROM ledger')).toMatchObject([
      { size: 3, at: String(ledgerLog(3)[2]?.position.commit) },
    ]);
    expect(stored(path, 'SELECT count(*) AS n FROM entries')).toMatchObject([{ n: 3 }]);
    // And it goes on as if nothing had been: names, tips and hashes of the failed batch are forgotten.
    file.append(entries, position!);
    expect(file.size).toBe(8);
    file.verifyLast(100);
  });

  it('as a copy of the files in the middle of writing shows', () => {
    const path = temporaryFile('ledger.sqlite');
    appendLog(opened(path), 0, 6);
    const copy = temporaryFile('copy.sqlite');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const recovered = opened(copy);
    expect(recovered).toMatchObject({ size: 6, position: ledgerLog(6)[5]?.position });
    recovered.verifyLast(100);
  });
});

describe('a file that is not opened', () => {
  it('another ledger’s', () => {
    const path = temporaryFile('ledger.sqlite');
    makeLedgerFile(path, 'milepost');
    expect(() => new LedgerFile(path, 'milepostaccess')).toThrow(
      'it holds the ledger "milepost", not "milepostaccess"',
    );
    expect(stored(path, 'SELECT name FROM ledger')).toMatchObject([{ name: 'milepost' }]);
  });

  it('a newer version’s', () => {
    const path = temporaryFile('ledger.sqlite');
    makeLedgerFile(path, 'milepost');
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 2');
    database.close();
    expect(() => new LedgerFile(path, 'milepost')).toThrow('a newer version of Milepost made it (format 2)');
  });

  it('another program’s database', () => {
    const path = temporaryFile('ledger.sqlite');
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE mine (x)');
    database.close();
    expect(() => new LedgerFile(path, 'milepost')).toThrow('it is no ledger of Milepost');
  });

  it('one that is no database', () => {
    const path = temporaryFile('ledger.sqlite');
    writeFileSync(path, 'not a database, though long enough to be taken for one at first sight'.repeat(30));
    expect(() => new LedgerFile(path, 'milepost')).toThrow(/SQLite says "file is not a database".*Move it away/);
  });

  it('one in a folder that is not there', () => {
    expect(() => new LedgerFile(`${temporaryFile('x')}/y/ledger.sqlite`, 'milepost')).toThrow(
      'is not opened: SQLite says',
    );
  });

  it.each([
    ['whose last entries are gone', 'DELETE FROM entries WHERE sequence > 3', 'Entry 6 of the ledger file is damaged'],
    ['that has more than it says', 'UPDATE ledger SET size = 4', 'Entry 4 of the ledger file is damaged'],
    [
      'that does not know its place',
      'UPDATE ledger SET prepare_position = NULL',
      'its place in the event store is not there',
    ],
    [
      'whose hashes are cut',
      "UPDATE entries SET hashes = x'00' WHERE sequence = 3",
      'Entry 3 of the ledger file is damaged',
    ],
  ])('one %s', (_what, sql, message) => {
    const path = temporaryFile('ledger.sqlite');
    appendLog(opened(path), 0, 6);
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
    expect(() => new LedgerFile(path, 'milepost')).toThrow(message);
  });
});

it('tells names apart that differ after a NUL, and takes any text', () => {
  const path = temporaryFile('ledger.sqlite');
  const file = opened(path);
  const [opening, ...others] = ledgerLog(4);
  const named = others.map((event, n) => ({ ...event, revision: 0n, stream: `milepost.a\u0000${'bcd'[n]}`, type: '' }));
  const { entries, position, halt } = nextEntries(file, [opening!, ...named]);
  expect(halt).toBeUndefined();
  file.append(entries, position!);
  const again = opened(path);
  expect(again.tipOf('milepost.a\u0000c')).toEqual({ sequence: 2, revision: 0 });
  expect(again.tipOf('milepost.a')).toBeUndefined();
  again.verifyLast(10);
});
