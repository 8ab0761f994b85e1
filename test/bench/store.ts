import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './childProcess';
import type { Child } from './childProcess';
import { compared } from './compared';
import { RawInserts } from './rawInserts';
import type { Row } from './row';
import { appendRate, catchUpRate, fill, readRate } from './storeLoad';

const ROUNDS = 5;
const READ_EVENTS = 40_000;
/** Below this a sync is quick, and the protocol rather than the disk is the ceiling. */
const QUICK_SYNC_MS = 0.2;
const BARE = 'bare gRPC server';
const RAW = 'raw durable SQLite inserts';

/** The embedded store in a process of its own, through the real client, beside a server that stores nothing and a table without a server. */
export async function storeRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  const raw = new RawInserts(join(folder, 'raw.sqlite'));
  const children = await Promise.all([
    startChild(join(__dirname, '..', '..', 'apps', 'event-store', 'main.js'), { MILEPOST_DATA_DIR: folder, PORT: '0' }),
    startChild(join(__dirname, 'bareStore.js')),
  ]);
  const clients = children.map(({ url }) => EventStoreDBClient.connectionString(url));
  try {
    const [ours, bare] = clients as [EventStoreDBClient, EventStoreDBClient];
    for (const client of [ours, bare]) await appendRate(client, { inFlight: 64, batch: 1, forMs: 800 });
    raw.rate(500);
    return [...(await appendRows(ours, bare, raw)), ...(await readRows(ours, bare)), ...memoryRow(children)];
  } finally {
    await Promise.all(clients.map((client) => client.dispose()));
    await Promise.all(children.map((child) => child.end()));
    raw.close();
    rmSync(folder, { recursive: true });
  }
}

async function appendRows(ours: EventStoreDBClient, bare: EventStoreDBClient, raw: RawInserts): Promise<Row[]> {
  const one = { inFlight: 1, batch: 1, forMs: 500 };
  const many = { inFlight: 64, batch: 1, forMs: 700 };
  const batches = { inFlight: 2, batch: 500, forMs: 700 };
  const unit = 'events/s';
  const single = await compared(
    ROUNDS,
    () => appendRate(ours, one),
    () => raw.rate(400),
  );
  const isQuick = 1000 / single.baseline < QUICK_SYNC_MS;
  return [
    { name: 'one durable append at a time', unit, baselineName: RAW, aim: '>= 0.35', ...single },
    {
      name: 'single durable appends, 64 in flight',
      unit,
      baselineName: BARE,
      ...(isQuick ? { aim: '>= 0.4' } : {}),
      ...(await compared(
        ROUNDS,
        () => appendRate(ours, many),
        () => appendRate(bare, many),
      )),
    },
    {
      name: 'single durable appends, 64 in flight',
      unit,
      baselineName: `${RAW}, one at a time`,
      ...(isQuick ? {} : { aim: '>= 6' }),
      ...(await compared(
        ROUNDS,
        () => appendRate(ours, many),
        () => raw.rate(400),
      )),
    },
    {
      name: 'durable appends in batches of 500',
      unit,
      baselineName: BARE,
      aim: '>= 0.85',
      ...(await compared(
        ROUNDS,
        () => appendRate(ours, batches),
        () => appendRate(bare, batches),
      )),
    },
  ];
}

async function readRows(ours: EventStoreDBClient, bare: EventStoreDBClient): Promise<Row[]> {
  await fill(ours, READ_EVENTS);
  const common = { unit: 'events/s', baselineName: `${BARE}, ready-made bytes`, aim: '>= 0.9' };
  return [
    {
      name: '$all read',
      ...common,
      ...(await compared(
        3,
        () => readRate(ours, READ_EVENTS),
        () => readRate(bare, READ_EVENTS),
      )),
    },
    {
      name: 'catch-up subscription to $all, filtered',
      ...common,
      ...(await compared(
        3,
        () => catchUpRate(ours, READ_EVENTS),
        () => catchUpRate(bare, READ_EVENTS),
      )),
    },
  ];
}

function memoryRow(children: readonly Child[]): Row[] {
  const [value, baseline] = children.map((child) => child.memory());
  if (value === undefined || baseline === undefined) return [];
  return [
    {
      name: 'memory of the store after these rows',
      unit: 'MB',
      value,
      baseline,
      baselineName: BARE,
      ratio: value / baseline,
    },
  ];
}
