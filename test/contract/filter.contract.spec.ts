import { END, eventTypeFilter, START, streamNameFilter } from '@eventstore/db-client';
import type { Filter, Position } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { idsOf, jsonSample, jsonSamples, newStream } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';
import { watch } from './watch';

describe('a filtered subscription to $all', () => {
  let store: StoreUnderTest;
  beforeAll(async () => (store = await storeUnderTest()));
  afterAll(() => store.close());

  it('gives the events of the streams whose names begin with one of the prefixes', async () => {
    const [red, blue, green] = [newStream('red'), newStream('blue'), newStream('green')];
    const events = jsonSamples(3);
    await store.client.appendToStream(red, events.slice(0, 1));
    await store.client.appendToStream(blue, events.slice(1, 2));
    await store.client.appendToStream(green, events.slice(2));
    const filter = streamNameFilter({ prefixes: [red.slice(0, -2), green] });
    const watched = watch(store.client.subscribeToAll({ fromPosition: START, filter }));
    await watched.until(() => watched.said.includes('caught up'));
    expect(watched.said).toEqual(['confirmation', events[0]?.id, events[2]?.id, 'caught up']);
    await watched.stop();
  });

  it('gives the events whose types begin with one of the prefixes', async () => {
    const word = randomUUID();
    const stream = newStream();
    const [first, second, third] = [
      jsonSample(`${word}-a.v1`),
      jsonSample(`${word}-b.v1`),
      jsonSample(`${word}-ab.v2`),
    ];
    await store.client.appendToStream(stream, [first, second, third]);
    const watched = watch(
      store.client.subscribeToAll({ fromPosition: START, filter: eventTypeFilter({ prefixes: [`${word}-a`] }) }),
    );
    await watched.until(() => watched.said.includes('caught up'));
    const live = jsonSample(`${word}-a.v9`);
    await store.client.appendToStream(stream, [jsonSample(`x${word}-a`), live]);
    await watched.count(3);
    expect(watched.said).toEqual(['confirmation', first.id, third.id, 'caught up', live.id]);
    await watched.stop();
  });

  describe('says how far it has looked', () => {
    interface Checked {
      readonly filter: Filter;
      readonly checkpoints: Position[];
      /** Settles with the next checkpoint. */
      readonly next: () => Promise<Position>;
    }

    const checked = (prefix: string, maxSearchWindow: number, checkpointInterval: number): Checked => {
      const checkpoints: Position[] = [];
      let tell: (position: Position) => void = () => undefined;
      const filter = streamNameFilter({
        prefixes: [prefix],
        maxSearchWindow,
        checkpointInterval,
        checkpointReached: (_subscription, position) => {
          checkpoints.push(position);
          tell(position);
        },
      });
      return { filter, checkpoints, next: () => new Promise((resolve) => (tell = resolve)) };
    };

    it('where nothing matches, while it catches up', async () => {
      const from = (await store.client.appendToStream(newStream(), jsonSample())).position ?? START;
      await store.client.appendToStream(newStream(), jsonSamples(200));
      const { filter, checkpoints } = checked(newStream(), 10, 2);
      const watched = watch(store.client.subscribeToAll({ fromPosition: from, filter }));
      await watched.until(() => watched.said.includes('caught up'));
      expect(checkpoints.length).toBeGreaterThanOrEqual(8);
      expect(checkpoints.length).toBeLessThanOrEqual(12);
      const commits = checkpoints.map(({ commit }) => commit);
      expect(commits.every((commit, index) => index === 0 || commit > (commits[index - 1] ?? 0n))).toBe(true);
      await watched.stop();
    });

    it('where nothing matches, live', async () => {
      const { filter, next } = checked(newStream(), 5, 1);
      const watched = watch(store.client.subscribeToAll({ fromPosition: END, filter }));
      await watched.until(() => watched.said.includes('caught up'));
      const checkpoint = next();
      const { position } = await store.client.appendToStream(newStream(), jsonSamples(20));
      expect((await checkpoint).commit).toBeLessThanOrEqual(position?.commit ?? 0n);
      await watched.stop();
    });

    it('and resuming from there neither skips nor repeats', async () => {
      const mine = newStream();
      const from = (await store.client.appendToStream(newStream(), jsonSample())).position ?? START;
      const events = jsonSamples(12);
      for (const event of events) {
        await store.client.appendToStream(newStream(), jsonSamples(7));
        await store.client.appendToStream(mine, event);
      }
      const { filter, checkpoints } = checked(mine, 4, 1);
      const whole = watch(store.client.subscribeToAll({ fromPosition: from, filter }));
      await whole.until(() => whole.said.includes('caught up'));
      expect(whole.events.map(({ event }) => event?.id)).toEqual(idsOf(events));
      await whole.stop();
      const positions = whole.events.map(({ event }) => event?.position?.commit ?? 0n);
      for (const checkpoint of checkpoints) {
        const due = idsOf(events).filter((_, index) => (positions[index] ?? 0n) > checkpoint.commit);
        const resumed = watch(
          store.client.subscribeToAll({ fromPosition: checkpoint, filter: streamNameFilter({ prefixes: [mine] }) }),
        );
        await resumed.until(() => resumed.said.includes('caught up'));
        expect(resumed.said).toEqual(['confirmation', ...due, 'caught up']);
        await resumed.stop();
      }
    });
  });
});
