import { startEmbeddedStore } from '@milepost/embedded-store';
import type { Fault, RunningStore } from '@milepost/embedded-store';
import { EventRefused, StoreUnavailable, WrongRevision } from '@milepost/event-store';
import type { EventStore, Limits, NewEvent, StoredEvent } from '@milepost/event-store';
import { temporaryFile } from '../support/temporaryFile';
import { connectQuick, counted } from '../support/writing';

const STREAM = 'milepost.count-a';
const open: { client: EventStore; store: RunningStore }[] = [];

async function storeWith(faults: readonly Fault[] = [], limits: Partial<Limits> = {}) {
  const file = temporaryFile('store.db');
  const store = await startEmbeddedStore({ file, port: 0, faults });
  const client = connectQuick(store.connectionString, limits);
  open.push({ client, store });
  return { store, client, file };
}

async function read(client: EventStore, stream = STREAM, from?: bigint): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of client.readStream(stream, from)) events.push(event);
  return events;
}

const idsOf = (events: readonly { id: string }[]): string[] => events.map((event) => event.id);

afterEach(async () => {
  for (const { client, store } of open.splice(0)) {
    await client.close();
    await store.stop();
  }
});

describe('appending', () => {
  it('stores what was given, in canonical form, once', async () => {
    const { client } = await storeWith();
    const event: NewEvent = { ...counted(1), data: { b: [1.5, 'é'], a: { '10': 1, '9': 2 } } };
    const first = await client.append(STREAM, [event, counted(2)], 'no-stream');
    const again = await client.append(STREAM, [counted(3)], first.revision);
    expect([first.revision, again.revision]).toEqual([1n, 2n]);
    const stored = await read(client);
    expect(stored[0]).toMatchObject({ id: event.id, stream: STREAM, revision: 0n, type: 'Counted.v1' });
    expect(stored[0]?.data).toEqual(event.data);
    expect(stored[0]?.metadata).toEqual(event.metadata);
    expect(stored.at(-1)?.position).toEqual(again.position);
  });

  it('answers a repetition as the first time, also after others wrote', async () => {
    const { client } = await storeWith();
    const events = [counted(1), counted(2)];
    const first = await client.append(STREAM, events, 'no-stream');
    await client.append(STREAM, [counted(3)], 1n);
    await expect(client.append(STREAM, events, 'no-stream')).resolves.toEqual(first);
    await expect(read(client)).resolves.toHaveLength(3);
  });

  it('refuses a wrong revision with the right one, and leaves nothing behind', async () => {
    const { client } = await storeWith();
    await client.append(STREAM, [counted(1), counted(2)], 'no-stream');
    for (const expected of ['no-stream', 0n, 7n] as const) {
      const refused = client.append(STREAM, [counted(9)], expected);
      await expect(refused).rejects.toBeInstanceOf(WrongRevision);
      await expect(refused).rejects.toMatchObject({ expected, actual: 1n });
    }
    await expect(client.append('milepost.count-b', [counted(9)], 0n)).rejects.toMatchObject({ actual: 'no-stream' });
    await expect(read(client)).resolves.toHaveLength(2);
  });

  it('lets one of many at the same place win', async () => {
    const { client } = await storeWith();
    const rivals = Array.from({ length: 20 }, (_, n) => counted(n));
    const outcomes = await Promise.allSettled(rivals.map((rival) => client.append(STREAM, [rival], 'no-stream')));
    const won = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [rivals[n]?.id] : []));
    expect(won).toHaveLength(1);
    expect(idsOf(await read(client))).toEqual(won);
  });

  it('refuses streams that are not ours before anything is sent', async () => {
    const { client } = await storeWith([{ do: 'silence', call: 'features', nth: 1 }]);
    for (const stream of ['other.count-a', '$$milepost.count-a', '$settings', 'milepost.', 'milepost.a b']) {
      await expect(client.append(stream, [counted(1)], 'no-stream')).rejects.toBeInstanceOf(EventRefused);
    }
    await expect(client.append(STREAM, [{ ...counted(1), type: 'Unknown.v1' }], 'no-stream')).rejects.toThrow('schema');
  });
});

describe('appending to a store that fails', () => {
  it('is stored, once, where the connections are cut between commit and answer', async () => {
    const { client } = await storeWith([{ do: 'cut', nth: 2 }]);
    await client.append(STREAM, [counted(1)], 'no-stream');
    const event = counted(2);
    await expect(client.append(STREAM, [event], 0n)).resolves.toMatchObject({ revision: 1n });
    expect(idsOf(await read(client))).toContain(event.id);
    await expect(read(client)).resolves.toHaveLength(2);
  });

  it.each<[string, Fault[]]>([
    ['the question for features fails', [{ do: 'fail', call: 'features', nth: 1, code: 13 }]],
    ['the question for features is late', [{ do: 'delay', call: 'features', nth: 1, ms: 1_500 }]],
    ['an answer is late', [{ do: 'delay', call: 'append', nth: 1, ms: 1_500 }]],
    ['a call fails', [{ do: 'fail', call: 'append', nth: 1, code: 13 }]],
  ])('is stored, once, where %s', async (_what, faults) => {
    const { client } = await storeWith(faults);
    const event = counted(1);
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toMatchObject({ revision: 0n });
    expect(idsOf(await read(client))).toEqual([event.id]);
  });

  it('is stored, once, where the store goes and comes back meanwhile', async () => {
    const { client, store, file } = await storeWith();
    await client.append(STREAM, [counted(1)], 'no-stream');
    await store.stop();
    const appending = client.append(STREAM, [counted(2)], 0n);
    open.push({ client, store: await startEmbeddedStore({ file, port: store.port }) });
    await expect(appending).resolves.toMatchObject({ revision: 1n });
    await expect(read(client)).resolves.toHaveLength(2);
  });

  it('says within its time that the store is away, and works again at once when it is back', async () => {
    const { client, store, file } = await storeWith([], { appendMs: 3_000 });
    await client.append(STREAM, [counted(1)], 'no-stream');
    await store.stop();
    await expect(client.ping()).resolves.toBe(false);
    const start = performance.now();
    // Long enough for the pause that grpc-js makes between its own attempts to have grown well past a second.
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(client.append(STREAM, [counted(2)], 0n)).rejects.toBeInstanceOf(StoreUnavailable);
    }
    expect(performance.now() - start).toBeLessThan(8_000);
    open.push({ client, store: await startEmbeddedStore({ file, port: store.port }) });
    const back = performance.now();
    await expect(client.append(STREAM, [counted(2)], 0n)).resolves.toMatchObject({ revision: 1n });
    expect(performance.now() - back).toBeLessThan(1_000);
  });
});

describe('reading', () => {
  it('gives a long stream whole, page by page, from any revision', async () => {
    const { client } = await storeWith();
    const events = Array.from({ length: 1_203 }, (_, n) => counted(n));
    await client.append(STREAM, events.slice(0, 700), 'no-stream');
    await client.append(STREAM, events.slice(700), 699n);
    expect(idsOf(await read(client))).toEqual(idsOf(events));
    expect(idsOf(await read(client, STREAM, 1_000n))).toEqual(idsOf(events.slice(1_000)));
    await expect(read(client, STREAM, 1_203n)).resolves.toEqual([]);
    await expect(client.lastOf(STREAM)).resolves.toMatchObject({ id: events[1_202]?.id, revision: 1_202n });
  });

  it('finds nothing in a stream that is not there', async () => {
    const { client } = await storeWith();
    await expect(read(client, 'milepost.nobody')).resolves.toEqual([]);
    await expect(client.lastOf('milepost.nobody')).resolves.toBeUndefined();
    await expect(client.ping()).resolves.toBe(true);
  });

  it('finds the event at a position, and none beside it or beyond', async () => {
    const { client } = await storeWith();
    const { position = { commit: 0n, prepare: 0n } } = await client.append(
      STREAM,
      [counted(1), counted(2)],
      'no-stream',
    );
    await expect(client.eventAt(position)).resolves.toMatchObject({ revision: 1n });
    for (const away of [1n, 1_000_000n]) {
      const elsewhere = { commit: position.commit + away, prepare: position.prepare + away };
      await expect(client.eventAt(elsewhere)).resolves.toBeUndefined();
    }
    await expect(client.eventAt({ ...position, prepare: position.prepare + 1n })).resolves.toBeUndefined();
  });

  it('lasts through a call that fails or is late', async () => {
    const { client } = await storeWith([
      { do: 'fail', call: 'read', nth: 1, code: 14 },
      { do: 'delay', call: 'read', nth: 2, ms: 1_500 },
    ]);
    await client.append(STREAM, [counted(1)], 'no-stream');
    await expect(read(client)).resolves.toHaveLength(1);
  });
});

describe('what may be lost', () => {
  it('is the beginning of working streams only', async () => {
    const { client } = await storeWith();
    await client.setMaxCount('milepost-work.cursor-feed', 2);
    await client.setMaxCount('milepost-work.cursor-feed', 2);
    for (let n = 0; n < 5; n += 1) {
      await client.append('milepost-work.cursor-feed', [counted(n)], n === 0 ? 'no-stream' : BigInt(n - 1));
    }
    expect((await read(client, 'milepost-work.cursor-feed')).map((event) => event.revision)).toEqual([3n, 4n]);
    await expect(read(client, '$$milepost-work.cursor-feed')).resolves.toHaveLength(1);
    for (const stream of [STREAM, 'other-work.cursor-feed', '$$milepost-work.cursor-feed']) {
      await expect(client.setMaxCount(stream, 2)).rejects.toBeInstanceOf(EventRefused);
    }
    for (const count of [0, -1, 1.5, NaN]) {
      await expect(client.setMaxCount('milepost-work.cursor-feed', count)).rejects.toBeInstanceOf(EventRefused);
    }
  });
});
