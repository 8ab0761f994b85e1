import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { StoredEvent } from '@milepost/event-store';
import { openLedgerReader } from '@milepost/ledger';
import { filledLedger } from '../support/filledLedger';
import { ledgerOpened, storedEvent } from '../support/storedEvents';
import type { Row } from './row';

const EVENTS = 50_000;
const TRUSTS = 250;
const BATCH = 500;
const PAGE = 1_000;

/** Sequencing, and reading what was sequenced, each beside what no ledger could do without. */
export async function ledgerRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    const file = join(folder, 'ledger.sqlite');
    return [await sequencing(file, join(folder, 'raw.sqlite')), ...scanning(file)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function sequencing(file: string, raw: string): Promise<Row> {
  const log = benchLog();
  const value = await perSecond(() => filledLedger(file, log, 'milepost', BATCH));
  const baseline = await rawInserts(file, raw);
  return row('ledger sequencing', value, baseline, 'raw SQLite inserts of the same rows and indexes');
}

/** The finished rows, put into tables of the same form by one prepared statement. */
async function rawInserts(file: string, raw: string): Promise<number> {
  const source = new DatabaseSync(file, { readOnly: true });
  const schema = source.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').all() as { sql: string }[];
  const select = source.prepare('SELECT * FROM entries ORDER BY sequence');
  select.setReturnArrays(true);
  const rows = select.all() as unknown[][];
  source.close();
  const target = new DatabaseSync(raw);
  target.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000');
  target.exec('PRAGMA cache_size = -32768');
  for (const { sql } of schema) target.exec(sql);
  const insert = target.prepare(`INSERT INTO entries VALUES (${rows[0]?.map(() => '?').join(', ')})`);
  const rate = await perSecond(() => {
    for (let from = 0; from < rows.length; from += BATCH) {
      target.exec('BEGIN IMMEDIATE');
      for (const entry of rows.slice(from, from + BATCH)) insert.run(...entry);
      target.exec('COMMIT');
    }
  });
  target.close();
  return rate;
}

function scanning(file: string): readonly Row[] {
  const reader = openLedgerReader(file);
  const texts: string[] = [];
  const parse = (text: string | null): void => void (text === null || JSON.parse(text));
  const scanned = ratePerSecond(() => {
    for (let from = 0; from < EVENTS; from += PAGE) {
      for (const [, , , , , , data, metadata] of reader.scan(from, PAGE)) {
        parse(data);
        parse(metadata);
      }
    }
  });
  const read = ratePerSecond(() => {
    for (let from = 0; from < EVENTS; from += PAGE) reader.entriesFrom(from, PAGE);
  });
  for (const [, , , , , , data, metadata] of reader.scan(0, EVENTS)) texts.push(data ?? '', metadata ?? '');
  const parsed = ratePerSecond(() => texts.forEach(parse));
  reader.close();
  return [
    row('ledger scan, data and metadata parsed', scanned, parsed, 'JSON.parse alone'),
    row('ledger entries, in pages of 1,000', read, parsed, 'JSON.parse alone'),
  ];
}

function row(name: string, value: number, baseline: number, baselineName: string): Row {
  return { name, value, unit: 'events/s', baseline, baselineName, ratio: value / baseline };
}

async function perSecond(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (EVENTS / (performance.now() - start)) * 1_000;
}

/** The better of two runs: the first also warms the code. */
function ratePerSecond(work: () => void): number {
  const once = (): number => {
    const start = performance.now();
    work();
    return (EVENTS / (performance.now() - start)) * 1_000;
  };
  return Math.max(once(), once());
}

/** Mostly assessments, as the record is; about 250 bytes of data and as many of metadata. */
function benchLog(): StoredEvent[] {
  return Array.from({ length: EVENTS }, (_, n) =>
    n === 0
      ? ledgerOpened('milepost')
      : storedEvent(n, {
          id: idOf(n),
          stream: `milepost.trust-R${n % TRUSTS}`,
          revision: BigInt(Math.ceil(n / TRUSTS) - 1),
          type: n % 5 < 3 ? 'CapabilityAssessed.v1' : 'EprGoLivePlanned.v1',
          data: {
            framework: 'dma',
            occurredOn: '2025',
            period: '2024/25',
            precision: 'year',
            scores: { leadership: n % 6, records: (n + 1) % 6, safe: (n + 2) % 6, standards: (n + 3) % 6 },
            setting: 'acute',
            source: { date: '2025-06-10', kind: 'primary', publisher: 'NHS England', title: 'Digital maturity' },
          },
          metadata: {
            $correlationId: idOf(n + EVENTS),
            actor: { id: idOf(n % 10), role: 'programme' },
            origin: 'import',
            public: { how: 'published', on: '2025-06-10' },
            recordedAt: new Date(Date.UTC(2026, 0, 1) + n * 10).toISOString(),
          },
        }),
  );
}

/** A UUID as scattered as a random one, the same in every run. */
function idOf(n: number): string {
  const scattered = (Math.imul(n + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${scattered}-${scattered.slice(4)}-4${scattered.slice(5)}-8${scattered.slice(1, 4)}-${n.toString(16).padStart(12, '0')}`;
}
