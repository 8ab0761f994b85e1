import { rmSync } from 'node:fs';
import { EventStoreDBClient, binaryEvent, jsonEvent } from '@eventstore/db-client';
import { startEmbeddedStore } from '@milepost/embedded-store';
import type { RunningStore } from '@milepost/embedded-store';
import { eventSchemas } from '@milepost/domain';
import { connectEventStore, randomEventId } from '@milepost/event-store';
import type { EventStore, StoredEvent } from '@milepost/event-store';
import {
  entryBytes,
  newLogOrigin,
  openLedger,
  openLedgerReader,
  positionToken,
  startSequencer,
  verifyLedgerFile,
  waitForToken,
} from '@milepost/ledger';
import type { LedgerReader, Sequencer, SequencerState } from '@milepost/ledger';
import { filter, firstValueFrom } from 'rxjs';
import { temporaryFile } from '../support/temporaryFile';
import { METADATA, QUICK, REGISTRY, counted } from '../support/writing';

/** The ledger over the real client over the real embedded store. */
interface Running {
  readonly store: RunningStore;
  readonly client: EventStore;
}

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function running(file = temporaryFile('store.db'), port = 0): Promise<Running> {
  const store = await startEmbeddedStore({ file, port });
  const client = connectEventStore({
    connectionString: store.connectionString,
    prefixes: ['milepost.', 'milepostaccess.'],
    registry: { ...REGISTRY, ...eventSchemas },
    limits: QUICK,
  });
  closing.push(
    () => store.stop(),
    () => client.close(),
  );
  return { store, client };
}

function open(client: EventStore, ledger = 'milepost') {
  return openLedger(client, {
    ledger,
    kind: ledger === 'milepost' ? 'live' : 'access',
    logOrigin: newLogOrigin(ledger),
    now: Date.now,
    newId: randomEventId,
    actorId: randomEventId(),
  });
}

function sequencing(client: EventStore, file = temporaryFile('ledger.sqlite'), ledger = 'milepost') {
  const limits = { confirmEveryMs: 100, freshEveryMs: 20, retryMs: 20 };
  const sequencer = startSequencer({ store: client, ledger, file, now: Date.now, limits });
  closing.push(() => sequencer.stop());
  return { sequencer, file };
}

function reading(file: string): LedgerReader {
  const reader = openLedgerReader(file);
  closing.push(() => reader.close());
  return reader;
}

const reaching = ({ watch }: Sequencer, kind: SequencerState['kind']): Promise<SequencerState> =>
  firstValueFrom(watch.state.pipe(filter((state) => state.kind === kind)));
const holding = ({ watch }: Sequencer, size: number) =>
  firstValueFrom(watch.head.pipe(filter((head) => head.size >= size)));

async function eventsOf(client: EventStore, stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of client.readStream(stream)) events.push(event);
  return events;
}

it('opens a ledger, sequences what is written, and finds it by its token', async () => {
  const { client } = await running();
  expect(await open(client)).toMatchObject({ epoch: 1, kind: 'live' });
  const { sequencer, file } = sequencing(client);
  const { revision } = await client.append('milepost.count-a', [counted(1), counted(2)], 'no-stream');
  const token = positionToken('milepost', { stream: 'milepost.count-a', revision: Number(revision) });
  await holding(sequencer, 1);
  const reader = reading(file);
  expect(await waitForToken({ ledger: 'milepost', reader, watch: sequencer.watch }, token, 10_000)).toBe(2);
  expect(reader.entriesFrom(0, 10).map(({ type, data }) => [type, (data as { n?: number }).n])).toEqual([
    ['LedgerOpened.v1', undefined],
    ['Counted.v1', 1],
    ['Counted.v1', 2],
  ]);
  await reaching(sequencer, 'live');
  expect(await firstValueFrom(sequencer.watch.freshAt)).toBeLessThanOrEqual(Date.now());
});

it('gives every event an entry that another program wrote, as the client delivers it', async () => {
  const { store, client } = await running();
  await open(client);
  const { sequencer, file } = sequencing(client);
  const foreign = EventStoreDBClient.connectionString(store.connectionString);
  closing.push(() => foreign.dispose());
  await foreign.appendToStream('milepost.foreign', [
    jsonEvent({ type: 'no metadata', data: { b: 1, a: [1, { 10: 1, 9: 2 }] } }),
    jsonEvent({ type: 'text', data: 'half \ud83d of a pair' as never, metadata: ['list'] as never }),
    binaryEvent({ type: 'bytes', data: Buffer.from([0, 255, 123]), metadata: Buffer.from('{not json') }),
    binaryEvent({ type: 'nothing', data: Buffer.alloc(0) }),
  ]);
  await holding(sequencer, 5);
  const events = await eventsOf(client, 'milepost.foreign');
  const previous = [undefined, 1, 2, 3];
  const raw = reading(file).rawFrom(1, 10);
  expect(raw.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
    events.map((event, n) => Buffer.from(entryBytes(event, previous[n])).toString()),
  );
  const members = raw.map(({ bytes }) => Object.keys(JSON.parse(Buffer.from(bytes).toString()) as object));
  expect(members[0]).not.toContain('metadata');
  expect(members[0]).not.toContain('raw');
  expect(members[2]).toEqual(expect.arrayContaining(['raw', 'rawMetadata']));
  expect(members[3]).not.toContain('metadata');
});

it('goes on by itself when the store was away, and says so meanwhile', async () => {
  const path = temporaryFile('store.db');
  const { store, client } = await running(path);
  await open(client);
  const { sequencer } = sequencing(client);
  await reaching(sequencer, 'live');
  await store.stop();
  expect(await reaching(sequencer, 'store-unavailable')).toMatchObject({ reason: expect.any(String) as string });
  const again = await startEmbeddedStore({ file: path, port: store.port });
  closing.unshift(() => again.stop());
  await reaching(sequencer, 'live');
  await client.append('milepost.count-a', [counted(1)], 'no-stream');
  expect((await holding(sequencer, 2)).size).toBe(2);
});

it('stops when the store was replaced by another, and when it is only another from the start', async () => {
  const path = temporaryFile('store.db');
  const { store, client } = await running(path);
  await open(client);
  const { sequencer, file } = sequencing(client);
  await client.append('milepost.count-a', [counted(1), counted(2)], 'no-stream');
  await holding(sequencer, 3);
  await store.stop();
  for (const part of ['', '-wal', '-shm']) rmSync(`${path}${part}`, { force: true });
  const other = await running(path, store.port);
  await open(other.client);
  await other.client.append('milepost.count-b', [counted(1), counted(2), counted(3)], 'no-stream');
  expect(await reaching(sequencer, 'stopped')).toMatchObject({
    reason: expect.stringMatching(/The event store holds (no|another) event .* it was restored or replaced/) as string,
  });
  await sequencer.stop();
  const second = sequencing(other.client, file);
  expect(await reaching(second.sequencer, 'stopped')).toMatchObject({
    reason: expect.stringContaining('it was restored or replaced') as string,
  });
  expect(verifyLedgerFile(file).size).toBe(3);
});

it('keeps two ledgers over one store apart, and derives each again from nothing to the same root', async () => {
  const { client } = await running();
  const names = ['milepost', 'milepostaccess'] as const;
  for (const ledger of names) await open(client, ledger);
  for (let n = 0; n < 20; n += 1) {
    const ledger = names[n % 2];
    await client.append(`${ledger}.count-${n}`, [counted(n), counted(n)], 'no-stream');
  }
  for (const ledger of names) {
    const first = sequencing(client, undefined, ledger);
    const second = sequencing(client, undefined, ledger);
    for (const { sequencer } of [first, second]) await holding(sequencer, 21);
    const reader = reading(first.file);
    expect(reader.entriesFrom(0, 100).every(({ stream }) => stream.startsWith(`${ledger}.`))).toBe(true);
    expect(reader.head().size).toBe(21);
    expect(reader.rootAt(21)).toEqual(reading(second.file).rootAt(21));
  }
});

it('takes the recorded time of our own writer', async () => {
  const { client } = await running();
  await open(client);
  const { sequencer, file } = sequencing(client);
  await client.append('milepost.count-a', [counted(1)], 'no-stream');
  await holding(sequencer, 2);
  const reader = reading(file);
  const raw = JSON.parse(Buffer.from(reader.raw(1)!.bytes).toString()) as { recordedAt: string };
  expect(raw.recordedAt).toBe(METADATA.recordedAt);
  // It lies before the opening's, so the ledger's time stands still.
  expect(reader.recordedAt(1)).toBe(reader.recordedAt(0));
});
