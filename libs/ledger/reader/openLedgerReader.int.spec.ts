import { DatabaseSync } from '@photostructure/sqlite';
import type { Json } from '@milepost/event-store';
import { filledLedger } from '../../../test/support/filledLedger';
import { ledgerLog } from '../../../test/support/ledgerLog';
import { numberedId, storedEvent } from '../../../test/support/storedEvents';
import { temporaryFile } from '../../../test/support/temporaryFile';
import { entryBytes } from '../entry/entryBytes';
import { LedgerDamaged } from '../file/ledgerDamaged';
import { LedgerFileRefused } from '../file/ledgerFileRefused';
import { makeLedgerFile } from '../file/makeLedgerFile';
import type { LedgerReader } from '../ledger';
import { NotYetRecorded } from '../time/notYetRecorded';
import { emptyRoot } from '../tree/emptyRoot';
import { leafHash } from '../tree/leafHash';
import { openLedgerReader } from './openLedgerReader';

const readers: LedgerReader[] = [];
afterEach(() => readers.splice(0).forEach((reader) => reader.close()));

function opened(file: string): LedgerReader {
  const reader = openLedgerReader(file);
  readers.push(reader);
  return reader;
}

const FOREIGN = [
  storedEvent(20, { stream: 'milepost.foreign', type: 'x', metadata: undefined, data: 'not { json' }),
  storedEvent(21, {
    stream: 'milepost.foreign',
    type: 'x',
    revision: 1n,
    data: Uint8Array.of(0, 1),
    metadata: Uint8Array.of(2),
  }),
  storedEvent(22, { stream: 'milepost.foreign', type: 'x', revision: 2n, data: JSON.parse('[1e999]') as Json }),
];

async function filled(): Promise<string> {
  const file = temporaryFile('ledger.sqlite');
  await filledLedger(file, [...ledgerLog(12), ...FOREIGN], 'milepost', 4);
  return file;
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

describe('an empty ledger', () => {
  it('has a head, a root and no entries', () => {
    const file = temporaryFile('ledger.sqlite');
    makeLedgerFile(file, 'milepost');
    const reader = opened(file);
    expect(reader.head()).toEqual({ size: 0, lastRecordedAt: undefined });
    expect(reader.rootAt(0)).toEqual(emptyRoot());
    expect(reader.entriesFrom(0, 10)).toEqual([]);
    expect(reader.scan(0, 10)).toEqual([]);
    expect(reader.page({ order: 'newest-first', limit: 10 })).toEqual({ entries: [], next: undefined });
    expect(reader.resolve(undefined)).toEqual({ size: 0, final: false });
    expect(reader.resolve('2026-01-01')).toEqual({ size: 0, final: false });
    expect(reader.lastOfStream('milepost.trust-R1')).toBeUndefined();
    expect(reader.raw(0)).toBeUndefined();
  });
});

it('gives entries in order, as they were sequenced', async () => {
  const reader = opened(await filled());
  expect(reader.head()).toEqual({ size: 15, lastRecordedAt: Date.parse('2026-01-01T00:00:22.000Z') });
  expect(reader.entriesFrom(5, 2)).toEqual([
    {
      sequence: 5,
      stream: 'milepost.trust-R3',
      revision: 1,
      id: numberedId(5),
      type: 'EprWentLive.v1',
      recordedAt: Date.parse('2026-01-01T00:00:05.000Z'),
      previous: 1,
      data: { n: 5, deployment: 'main', occurredOn: '2025-11-03' },
      metadata: { actor: { id: 'actor-2', role: 'reporter' }, origin: 'live', recordedAt: '2026-01-01T00:00:05.000Z' },
    },
    expect.objectContaining({ sequence: 6, type: 'EprGoLivePlanned.v1' }),
  ]);
  expect(reader.entriesFrom(14, 10)).toHaveLength(1);
  expect(reader.entriesFrom(15, 10)).toEqual([]);
  expect(reader.entriesFrom(99, 10)).toEqual([]);
});

it('gives foreign events as they are: text that is no JSON, bytes, no metadata', async () => {
  const reader = opened(await filled());
  expect(reader.entriesFrom(12, 3)).toMatchObject([
    { data: 'not { json', metadata: undefined, recordedAt: Date.parse('2026-01-01T00:00:11.000Z') },
    { data: undefined, metadata: undefined },
    { data: ['Infinity'] },
  ]);
  expect(reader.scan(12, 3).map((row) => row.slice(6))).toEqual([
    ['"not { json"', null],
    [null, null],
    ['["Infinity"]', expect.stringContaining('recordedAt')],
  ]);
});

it('scans the same entries as rows', async () => {
  const reader = opened(await filled());
  const entries = reader.entriesFrom(0, 12);
  expect(
    reader.scan(0, 12).map(([sequence, stream, revision, id, type, recordedAt, data, metadata]) => ({
      sequence,
      stream,
      revision,
      id,
      type,
      recordedAt,
      data: JSON.parse(data!) as Json,
      metadata: JSON.parse(metadata!) as Json,
    })),
  ).toEqual(entries.map(({ previous: _, ...entry }) => entry));
});

it('finds an entry by number, id, stream and revision', async () => {
  const reader = opened(await filled());
  expect(reader.entry(5)?.id).toBe(numberedId(5));
  for (const none of [-1, 15, 0.5, NaN]) expect(reader.entry(none)).toBeUndefined();
  expect(reader.entryById(numberedId(5))?.sequence).toBe(5);
  expect(reader.entryById(numberedId(99))).toBeUndefined();
  expect([reader.sequenceById(numberedId(5)), reader.sequenceById(numberedId(99))]).toEqual([5, undefined]);
  expect(reader.lastOfStream('milepost.trust-R3')).toMatchObject({ sequence: 9, revision: 2 });
  expect(reader.sequenceOf('milepost.trust-R3', 1)).toBe(5);
  expect(reader.sequenceOf('milepost.trust-R3', 3)).toBeUndefined();
  expect(reader.sequenceOf('milepost.trust-none', 0)).toBeUndefined();
  expect(reader.recordedAt(3)).toBe(Date.parse('2026-01-01T00:00:03.000Z'));
  expect(reader.recordedAt(15)).toBeUndefined();
});

it('gives the first of two entries with one id', async () => {
  const file = temporaryFile('ledger.sqlite');
  await filledLedger(file, [...ledgerLog(3), storedEvent(9, { id: numberedId(1), stream: 'milepost.other' })]);
  expect(opened(file).entryById(numberedId(1))?.sequence).toBe(1);
});

it('gives the bytes that were hashed, and their leaves', async () => {
  const reader = opened(await filled());
  const log = ledgerLog(12);
  expect(Buffer.from(reader.raw(5)!.bytes)).toEqual(entryBytes(log[5]!, 1));
  for (const { bytes, leaf } of reader.rawFrom(0, 100)) expect(Buffer.from(leaf)).toEqual(leafHash(bytes));
  expect(reader.rawFrom(0, 100)).toHaveLength(15);
});

it('resolves a moment by the effective times of its entries', async () => {
  const reader = opened(await filled());
  expect(reader.resolve('2026-01-01T00:00:05.000Z')).toEqual({ size: 6, final: true });
  expect(reader.resolve('2026-01-01T00:00:04.999Z')).toEqual({ size: 5, final: true });
  expect(reader.resolve('2026-01-01')).toEqual({ size: 15, final: false });
  expect(reader.resolve('2025-12-31')).toEqual({ size: 0, final: true });
  expect(() => reader.resolve('size:16')).toThrow(NotYetRecorded);
});

it('has no root over more than it holds', async () => {
  const reader = opened(await filled());
  expect(() => reader.rootAt(16)).toThrow(NotYetRecorded);
  expect(() => reader.rootAt(-1)).toThrow(RangeError);
});

it.each([
  [-1, 10],
  [0.5, 10],
  [0, 0],
  [0, NaN],
])('reads no page from %d of %d entries', async (from, limit) => {
  const reader = opened(await filled());
  expect(() => reader.entriesFrom(from, limit)).toThrow(RangeError);
  expect(() => reader.scan(from, limit)).toThrow(RangeError);
  expect(() => reader.rawFrom(from, limit)).toThrow(RangeError);
});

describe('a hole is an error, never skipped', () => {
  it.each([
    ['in a page', 5, 'DELETE FROM entries WHERE sequence = 5'],
    ['where it begins', 3, 'DELETE FROM entries WHERE sequence = 3'],
    ['at its end', 14, 'DELETE FROM entries WHERE sequence = 14'],
  ])('%s', async (_where, hole, sql) => {
    const file = await filled();
    change(file, sql);
    const reader = opened(file);
    const message = `Entry ${hole} of the ledger file is damaged: it is missing`;
    expect(() => reader.entriesFrom(3, 12)).toThrow(message);
    expect(() => reader.scan(3, 12)).toThrow(message);
    expect(() => reader.rawFrom(3, 12)).toThrow(message);
    expect(() => reader.entry(hole)).toThrow(LedgerDamaged);
  });
});

it('sees what the writer adds while it is open, in another connection', async () => {
  const file = await filled();
  const reader = opened(file);
  expect(reader.head().size).toBe(15);
  await filledLedger(file, [...ledgerLog(12), ...FOREIGN, storedEvent(40, { stream: 'milepost.new' })]);
  expect(reader.head().size).toBe(16);
  expect(reader.entriesFrom(15, 5)).toMatchObject([{ stream: 'milepost.new' }]);
});

it('does not open what is no ledger, and writes nothing', async () => {
  expect(() => openLedgerReader(temporaryFile('none.sqlite'))).toThrow(LedgerFileRefused);
  const file = await filled();
  change(file, 'PRAGMA user_version = 9');
  expect(() => openLedgerReader(file)).toThrow('a newer version of Milepost made it');
});
