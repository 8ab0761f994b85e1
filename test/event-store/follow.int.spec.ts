import { startEmbeddedStore } from '@milepost/embedded-store';
import type { Fault, RunningStore } from '@milepost/embedded-store';
import type { EventStore, StoredEvent } from '@milepost/event-store';
import { temporaryFile } from '../support/temporaryFile';
import { Keeper, connectQuick, counted, until } from '../support/writing';

const STREAM = 'milepost.count-a';
const clients: EventStore[] = [];
const stores: RunningStore[] = [];

async function storeWith(
  faults: readonly Fault[] = [],
  file = temporaryFile('store.db'),
  port = 0,
): Promise<RunningStore> {
  const store = await startEmbeddedStore({ file, port, faults });
  stores.push(store);
  return store;
}

function clientOf(store: RunningStore): EventStore {
  const client = connectQuick(store.connectionString);
  clients.push(client);
  return client;
}

/** Appends `count` events after revision `after`, a few at a time; gives their ids in order. */
async function fill(client: EventStore, count: number, after = -1, stream = STREAM): Promise<string[]> {
  const events = Array.from({ length: count }, (_, n) => counted(n));
  for (let done = 0; done < count; done += 400) {
    const last = after + done;
    await client.append(stream, events.slice(done, done + 400), last < 0 ? 'no-stream' : BigInt(last));
  }
  return events.map((event) => event.id);
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  for (const store of stores.splice(0)) await store.stop();
});

describe('a follower', () => {
  it('is given what was written and then what is being written, in order, once', async () => {
    const client = clientOf(await storeWith());
    const before = await fill(client, 900);
    const keeper = new Keeper();
    const follower = client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(before);
    const after = await fill(client, 900, 899);
    await keeper.holds(1_800);
    expect(keeper.ids).toEqual([...before, ...after]);
  });

  it('is given its own ledger and nothing else', async () => {
    const client = clientOf(await storeWith());
    await fill(client, 3, -1, 'milepost-work.count-a');
    const ours = await fill(client, 3);
    const keeper = new Keeper();
    const follower = client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ours);
  });

  it('goes on after the last event that was stored', async () => {
    const client = clientOf(await storeWith());
    const ids = await fill(client, 10);
    const all: StoredEvent[] = [];
    for await (const event of client.readStream(STREAM)) all.push(event);
    const keeper = new Keeper();
    keeper.kept.push(...all.slice(0, 4));
    const follower = client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ids);
  });

  it('waits for a slow owner, who has one batch of bounded size in hand', async () => {
    const client = clientOf(await storeWith());
    await fill(client, 3_000);
    const keeper = new Keeper();
    let inHand = 0;
    let most = 0;
    let caughtUpWith = -1;
    const follower = client.follow({
      prefix: 'milepost.',
      from: keeper.from,
      take: async (batch) => {
        inHand += 1;
        most = Math.max(most, batch.length);
        expect(inHand).toBe(1);
        // Time for everything that could run ahead of the owner.
        for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        await keeper.take(batch);
        inHand -= 1;
      },
      caughtUp: () => (caughtUpWith = keeper.kept.length),
    });
    await until(follower.state, (state) => state.kind === 'live');
    expect(caughtUpWith).toBe(3_000);
    expect(most).toBeLessThanOrEqual(500);
    expect(new Set(keeper.ids).size).toBe(3_000);
  });

  it('stops for good, with the reason, where its owner fails', async () => {
    const client = clientOf(await storeWith());
    await fill(client, 3);
    const reason = new Error('the disk is full');
    const follower = client.follow({ prefix: 'milepost.', from: () => undefined, take: () => Promise.reject(reason) });
    await expect(until(follower.state, (state) => state.kind === 'stopped')).resolves.toEqual({
      kind: 'stopped',
      reason,
    });
  });

  it('is stopped after the batch in hand', async () => {
    const client = clientOf(await storeWith());
    await fill(client, 800);
    let finish: () => void = () => undefined;
    let taken = 0;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let began: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const follower = client.follow({
      prefix: 'milepost.',
      from: () => undefined,
      take: async () => {
        began();
        await finished;
        taken += 1;
      },
    });
    await begun;
    const stopped = follower.stop();
    finish();
    await stopped;
    expect(taken).toBe(1);
    await expect(until(follower.state, () => true)).resolves.toEqual({ kind: 'stopped' });
  });
});

describe('a follower of a store that fails', () => {
  it('misses and repeats nothing where its subscription is dropped again and again', async () => {
    const drops = [3, 4, 7, 300, 301, 600].map((nth): Fault => ({ do: 'drop', nth }));
    const client = clientOf(await storeWith(drops));
    const ids = await fill(client, 700);
    const keeper = new Keeper();
    client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
    await keeper.holds(700);
    expect(keeper.ids).toEqual(ids);
  });

  it('misses and repeats nothing where the store goes and comes back while events are written', async () => {
    const file = temporaryFile('store.db');
    let store = await storeWith([], file);
    const client = clientOf(store);
    const keeper = new Keeper();
    const follower = client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
    const states: string[] = [];
    follower.state.subscribe((state) => states.push(state.kind));
    const ids: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      ids.push(...(await fill(client, 50, ids.length - 1)));
      await keeper.holds(ids.length);
      await store.stop();
      store = await storeWith([], file, store.port);
    }
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ids);
    expect(states).toContain('waiting');
  });

  it('waits, and says why, where the store was replaced by another', async () => {
    const first = await storeWith();
    const client = clientOf(first);
    await fill(client, 5);
    const keeper = new Keeper();
    const follower = client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
    await keeper.holds(5);
    await first.stop();
    const other = await storeWith([], temporaryFile('store.db'), first.port);
    await fill(clientOf(other), 2);
    await until(follower.state, (state) => state.kind === 'waiting' && state.reason.includes('restored or replaced'));
    expect(keeper.kept).toHaveLength(5);
  });
});
