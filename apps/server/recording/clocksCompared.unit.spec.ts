import { OutcomeUnknown, StoreUnavailable, WrongRevision } from '@milepost/event-store';
import type { EventStore, NewEvent, StoredEvent } from '@milepost/event-store';
import { ClocksCompared } from './clocksCompared';

const MINUTE = 60_000;
const START = Date.parse('2026-04-01T12:00:00.000Z');

/** A store with a clock of its own, and one working stream. */
class Store implements Pick<EventStore, 'append' | 'readStream' | 'lastOf' | 'setMaxCount'> {
  readonly events: StoredEvent[] = [];
  readonly counts: string[] = [];
  /** How often another server is quicker. */
  rivals = 0;
  failure: Error | undefined;

  constructor(private readonly clock: () => number) {}

  append(stream: string, events: readonly NewEvent[], expected: 'no-stream' | bigint) {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    if (this.rivals > 0) {
      this.rivals -= 1;
      this.add(stream, { id: `rival-${this.rivals}`, type: 'ClocksCompared.v1', data: {}, metadata: {} });
    }
    const actual = this.events.length === 0 ? 'no-stream' : BigInt(this.events.length - 1);
    if (actual !== expected) return Promise.reject(new WrongRevision(stream, expected, actual));
    for (const event of events) this.add(stream, event);
    return Promise.resolve({ revision: BigInt(this.events.length - 1), position: undefined });
  }

  async *readStream(_stream: string, from = 0n) {
    await Promise.resolve();
    yield* this.events.filter(({ revision }) => revision >= from);
  }

  lastOf() {
    return Promise.resolve(this.events.at(-1));
  }

  setMaxCount(stream: string, count: number) {
    this.counts.push(`${stream} ${count}`);
    return Promise.resolve();
  }

  private add(stream: string, event: NewEvent) {
    const revision = BigInt(this.events.length);
    const position = { commit: revision, prepare: revision };
    this.events.push({ ...event, stream, revision, created: this.clock(), position });
  }
}

function setUp() {
  const time = { wall: START, monotonic: 0, store: START };
  const store = new Store(() => time.store);
  const clocks = new ClocksCompared(
    store,
    'milepost',
    () => time.wall,
    () => time.monotonic,
  );
  const pass = (ms: number, asleep = false) => {
    time.wall += ms;
    time.store += ms;
    if (!asleep) time.monotonic += ms;
  };
  return { clocks, store, time, pass };
}

describe('the clocks compared', () => {
  it('are one append to a working stream, stamped by both, which keeps a few', async () => {
    const { clocks, store, time } = setUp();
    time.store += 7;
    await expect(clocks.stamp()).resolves.toMatchObject({ created: START + 7, serverClock: START });
    expect(store.events).toMatchObject([{ stream: 'milepost-work.clock-server', type: 'ClocksCompared.v1' }]);
    await clocks.anew();
    expect(store.counts).toEqual(['milepost-work.clock-server 20']);
  });

  it('stay compared for five minutes, however many ask', async () => {
    const { clocks, store, pass } = setUp();
    await Promise.all([clocks.stamp(), clocks.stamp()]);
    pass(5 * MINUTE);
    await clocks.stamp();
    expect(store.events).toHaveLength(1);
    pass(1);
    await expect(clocks.stamp()).resolves.toMatchObject({ serverClock: START + 5 * MINUTE + 1 });
  });

  it('are compared anew after a sleep, in which the monotonic clock stood still', async () => {
    const { clocks, pass } = setUp();
    await clocks.stamp();
    pass(MINUTE, true);
    const { created, serverClock } = await clocks.stamp();
    expect([created, serverClock]).toEqual([START + MINUTE, START + MINUTE]);
  });

  it.each([
    ['set forwards', MINUTE],
    ['set back', -MINUTE],
  ])('are compared anew once the clock was %s', async (_, by) => {
    const { clocks, time } = setUp();
    await clocks.stamp();
    time.wall += by;
    await expect(clocks.stamp()).resolves.toMatchObject({ created: START, serverClock: START + by });
  });

  it('are compared by what this server wrote, where another one compares at the same time', async () => {
    const { clocks, store, time } = setUp();
    store.rivals = 2;
    time.wall += MINUTE;
    await expect(clocks.stamp()).resolves.toMatchObject({ created: START, serverClock: START + MINUTE });
    expect(store.events).toHaveLength(3);
  });

  it('could not be compared: nothing is left to chance, and the next who asks tries again', async () => {
    const { clocks, store } = setUp();
    store.failure = new OutcomeUnknown('milepost-work.clock-server', []);
    await expect(clocks.stamp()).rejects.toBeInstanceOf(StoreUnavailable);
    store.failure = undefined;
    store.rivals = 99;
    await expect(clocks.stamp()).rejects.toBeInstanceOf(StoreUnavailable);
    store.rivals = 0;
    await expect(clocks.stamp()).resolves.toBeDefined();
  });
});
