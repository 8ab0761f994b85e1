import { END, START, streamNameFilter } from '@eventstore/db-client';
import type { Position } from '@eventstore/db-client';
import { idsOf, jsonSample, jsonSamples, newStream } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';
import { watch } from './watch';

describe('a subscription', () => {
  let store: StoreUnderTest;
  beforeAll(async () => (store = await storeUnderTest()));
  afterAll(() => store.close());

  describe('to a stream', () => {
    it('confirms, gives what there is, says that it has caught up, and goes on live', async () => {
      const stream = newStream();
      const there = jsonSamples(3);
      await store.client.appendToStream(stream, there);
      const watched = watch(store.client.subscribeToStream(stream));
      await watched.until(() => watched.said.includes('caught up'));
      const live = jsonSamples(2);
      await store.otherClient.appendToStream(stream, live);
      await watched.count(5);
      expect(watched.said).toEqual(['confirmation', ...idsOf(there), 'caught up', ...idsOf(live)]);
      expect(watched.events.map(({ event }) => event?.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
      await watched.stop();
    });

    it('begins after the revision asked for', async () => {
      const stream = newStream();
      const events = jsonSamples(4);
      await store.client.appendToStream(stream, events);
      const watched = watch(store.client.subscribeToStream(stream, { fromRevision: 1n }));
      await watched.until(() => watched.said.includes('caught up'));
      expect(watched.said).toEqual(['confirmation', ...idsOf(events.slice(2)), 'caught up']);
      await watched.stop();
    });

    it('begins with what comes next, from the end', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, jsonSamples(2));
      const watched = watch(store.client.subscribeToStream(stream, { fromRevision: END }));
      await watched.until(() => watched.said.includes('caught up'));
      const next = jsonSample();
      await store.client.appendToStream(stream, next);
      await watched.count(1);
      expect(watched.said).toEqual(['confirmation', 'caught up', next.id]);
      await watched.stop();
    });

    it('beyond the end skips what comes before the revision', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, jsonSample());
      const watched = watch(store.client.subscribeToStream(stream, { fromRevision: 2n }));
      await watched.until(() => watched.said.includes('caught up'));
      const events = jsonSamples(3);
      await store.client.appendToStream(stream, events);
      await watched.count(1);
      expect(watched.said).toEqual(['confirmation', 'caught up', events[2]?.id]);
      await watched.stop();
    });

    it('that does not exist yet says that it has caught up only after its first event', async () => {
      const stream = newStream();
      const watched = watch(store.client.subscribeToStream(stream));
      await watched.until(() => watched.said.includes('confirmation'));
      const first = jsonSample();
      await store.client.appendToStream(stream, first);
      await watched.until(() => watched.said.includes('caught up'));
      expect(watched.said).toEqual(['confirmation', first.id, 'caught up']);
      await watched.stop();
    });

    it('gives nothing of other streams', async () => {
      const [stream, other] = [newStream(), newStream()];
      await store.client.appendToStream(stream, jsonSample());
      const watched = watch(store.client.subscribeToStream(stream));
      await watched.until(() => watched.said.includes('caught up'));
      await store.client.appendToStream(other, jsonSamples(3));
      await store.client.appendToStream(stream, jsonSample());
      await watched.count(2);
      expect(watched.events.every(({ event }) => event?.streamId === stream)).toBe(true);
      await watched.stop();
    });
  });

  describe('to $all', () => {
    const filterOf = (prefix: string): ReturnType<typeof streamNameFilter> => streamNameFilter({ prefixes: [prefix] });

    it('begins after the position asked for, and names the position of each event', async () => {
      const stream = newStream();
      const first = await store.client.appendToStream(stream, jsonSample());
      const rest = jsonSamples(2);
      await store.client.appendToStream(stream, rest);
      const watched = watch(
        store.client.subscribeToAll({ fromPosition: first.position ?? START, filter: filterOf(stream) }),
      );
      await watched.until(() => watched.said.includes('caught up'));
      expect(watched.said).toEqual(['confirmation', ...idsOf(rest), 'caught up']);
      const [one, two] = watched.events.map(({ event }) => event?.position?.commit ?? 0n);
      expect(one).toBeGreaterThan(first.position?.commit ?? 0n);
      expect(two).toBeGreaterThan(one ?? 0n);
      await watched.stop();
    });

    it('says that it has caught up from the end, and follows', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, jsonSample());
      const watched = watch(store.client.subscribeToAll({ fromPosition: END, filter: filterOf(stream) }));
      await watched.until(() => watched.said.includes('caught up'));
      const next = jsonSample();
      await store.client.appendToStream(stream, next);
      await watched.count(1);
      expect(watched.said).toEqual(['confirmation', 'caught up', next.id]);
      await watched.stop();
    });

    it('from beyond the end follows what comes', async () => {
      const stream = newStream();
      const far: Position = { commit: 1n << 50n, prepare: 1n << 50n };
      const watched = watch(store.client.subscribeToAll({ fromPosition: far, filter: filterOf(stream) }));
      await watched.until(() => watched.said.includes('caught up'));
      const next = jsonSample();
      await store.client.appendToStream(stream, next);
      await watched.count(1);
      expect(watched.said).toEqual(['confirmation', 'caught up', next.id]);
      await watched.stop();
    });

    it('refuses a position between events', async () => {
      const { position } = await store.client.appendToStream(newStream(), jsonSample());
      const between = (position?.commit ?? 0n) - 1n;
      const watched = watch(store.client.subscribeToAll({ fromPosition: { commit: between, prepare: between } }));
      await watched.until(() => watched.said.includes('UnknownError'));
      expect(watched.events).toEqual([]);
    });

    it('misses and repeats nothing where writers do not wait for it', async () => {
      const prefix = newStream();
      const write = async (count: number): Promise<void> => {
        for (let index = 0; index < count; index++)
          await store.otherClient.appendToStream(`${prefix}.${index % 7}`, jsonSample());
      };
      await write(100);
      const writing = Promise.all([write(150), write(150)]);
      const watched = [1, 2, 3].map(() =>
        watch(store.client.subscribeToAll({ fromPosition: START, filter: filterOf(prefix) })),
      );
      await writing;
      for (const one of watched) {
        await one.count(400);
        const positions = one.events.map(({ event }) => event?.position?.commit ?? 0n);
        expect(positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0n))).toBe(true);
        expect(new Set(positions).size).toBe(400);
        await one.stop();
      }
    });

    it('ends quietly when it is no longer wanted', async () => {
      const watched = watch(store.client.subscribeToAll({ fromPosition: END }));
      await watched.until(() => watched.said.includes('caught up'));
      await watched.stop();
      await watched.until(() => watched.said.includes('end'));
      expect(watched.said).toEqual(['confirmation', 'caught up', 'end']);
    });
  });

  it('that nobody reads holds up neither writers nor other readers, and has everything in the end', async () => {
    const stream = newStream();
    const slow = store.client.subscribeToStream(stream, {}, { highWaterMark: 1 });
    const quick = watch(store.otherClient.subscribeToStream(stream));
    const all = Array.from({ length: 40 }, () => jsonSamples(50));
    for (const events of all) await store.otherClient.appendToStream(stream, events);
    await quick.count(2000);
    const late = watch(slow);
    await late.count(2000);
    expect(late.events.map(({ event }) => event?.revision)).toEqual(
      Array.from({ length: 2000 }, (_, revision) => BigInt(revision)),
    );
    await Promise.all([quick.stop(), late.stop()]);
  });
});
