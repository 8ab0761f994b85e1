import { EventStoreDBClient, NO_STREAM, START, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventSchemas } from '@milepost/domain';
import { connectEventStore } from '@milepost/event-store';
import type { EventStore, ExpectedRevision, NewEvent, Position } from '@milepost/event-store';
import { startChild } from './childProcess';
import { compared } from './compared';
import type { Row } from './row';

const ROUNDS = 5;
const FOLLOWED = 40_000;
const PREFIX = 'bench.';
const RAW = 'the client without a guard';

/** Appends to one stream; gives the revision of its last event. */
type Append = (stream: string, events: readonly NewEvent[], expected: ExpectedRevision) => Promise<bigint>;

/** What the guard costs: the same calls of the same client with it and without, against the embedded store in a process of its own. */
export async function clientRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  const store = await startChild(join(__dirname, '..', '..', 'apps', 'event-store', 'main.js'), {
    MILEPOST_DATA_DIR: folder,
    PORT: '0',
  });
  const raw = EventStoreDBClient.connectionString(store.url);
  const guarded = connectEventStore({ connectionString: store.url, prefixes: [PREFIX], registry: eventSchemas });
  try {
    return [...(await appendRows(guarded, raw)), await followRow(guarded, raw)];
  } finally {
    await guarded.close();
    await raw.dispose();
    await store.end();
    rmSync(folder, { recursive: true });
  }
}

async function appendRows(guarded: EventStore, raw: EventStoreDBClient): Promise<Row[]> {
  const ours: Append = async (...append) => (await guarded.append(...append)).revision;
  const theirs = rawAppend(raw);
  const rows: Row[] = [];
  for (const [name, inFlight, batch] of [
    ['guarded appends, one at a time', 1, 1],
    ['guarded appends, 64 in flight', 64, 1],
    ['guarded appends in batches of 500', 2, 500],
  ] as const) {
    await appendRate(ours, inFlight, batch);
    const measured = await compared(
      ROUNDS,
      () => appendRate(ours, inFlight, batch),
      () => appendRate(theirs, inFlight, batch),
    );
    rows.push({ name, unit: 'events/s', baselineName: RAW, ...measured });
  }
  return rows;
}

function rawAppend(client: EventStoreDBClient): Append {
  return async (stream, events, expected) => {
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : expected;
    const prepared = events.map((event) => jsonEvent({ ...event, data: event.data, metadata: event.metadata }));
    return (await client.appendToStream(stream, prepared, { expectedRevision })).nextExpectedRevision;
  };
}

/** Events a second, each writer to a stream of its own. */
async function appendRate(append: Append, inFlight: number, batch: number): Promise<number> {
  const begun = performance.now();
  let count = 0;
  const write = async (): Promise<void> => {
    const stream = PREFIX + randomUUID();
    let expected: ExpectedRevision = 'no-stream';
    while (performance.now() - begun < 600) {
      expected = await append(stream, Array.from({ length: batch }, sample), expected);
      count += batch;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, write));
  return (count / (performance.now() - begun)) * 1_000;
}

async function followRow(guarded: EventStore, raw: EventStoreDBClient): Promise<Row> {
  const append = rawAppend(raw);
  for (let count = 0; count < FOLLOWED; count += 500) {
    await append(PREFIX + randomUUID(), Array.from({ length: 500 }, sample), 'no-stream');
  }
  const measured = await compared(
    ROUNDS,
    () => rateOf((done) => follow(guarded, done)),
    () => rateOf((done) => subscribe(raw, done)),
  );
  return { name: 'guarded follow, catching up', unit: 'events/s', baselineName: RAW, ...measured };
}

/** Events a second of the first {@link FOLLOWED}; the source says `done` for each and is told to end by `true`. */
async function rateOf(source: (done: () => boolean) => Promise<void>): Promise<number> {
  const begun = performance.now();
  let count = 0;
  await source(() => ++count >= FOLLOWED);
  return (count / (performance.now() - begun)) * 1_000;
}

async function follow(store: EventStore, done: () => boolean): Promise<void> {
  let last: Position | undefined;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const follower = store.follow({
    prefix: PREFIX,
    from: () => last,
    take: (batch) => {
      last = batch.at(-1)?.position;
      if (batch.some(done)) finish();
      return Promise.resolve();
    },
  });
  await finished;
  await follower.stop();
}

async function subscribe(client: EventStoreDBClient, done: () => boolean): Promise<void> {
  const filter = streamNameFilter({ prefixes: [PREFIX] });
  for await (const _event of client.subscribeToAll({ fromPosition: START, filter })) if (done()) return;
}

/** An event of the commonest kind, with the metadata that a command brings. */
function sample(): NewEvent {
  return {
    id: randomUUID(),
    type: 'EprWentLive.v1',
    data: {
      deployment: 'main',
      occurredOn: '2025-11-03',
      precision: 'day',
      source: { publisher: 'A trust', kind: 'primary', title: 'Board paper of November', date: '2025-11-27' },
      note: 'Inpatients and outpatients at both sites',
    },
    metadata: {
      recordedAt: '2026-03-01T09:00:00.000Z',
      actor: { id: '5d0c1f4e-9f5a-4f7e-8a65-0d9d55f1a0c1', role: 'reporter' },
      origin: 'live',
      public: { on: '2025-11-27', how: 'reported' },
      requestHash: '0'.repeat(64),
      $correlationId: '5d0c1f4e-9f5a-4f7e-8a65-0d9d55f1a0c2',
    },
  };
}
