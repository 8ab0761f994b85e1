import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import type { AllStreamRecordedEvent, Position, ReadAllOptions } from '@eventstore/db-client';
import { collect, failureOf, jsonSample, jsonSamples, newStream } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';

describe('reading $all', () => {
  const streams = [newStream(), newStream(), newStream()];
  const results: Position[] = [];
  let store: StoreUnderTest;
  beforeAll(async () => {
    store = await storeUnderTest();
    for (const [index, size] of [2, 3, 1].entries()) {
      const result = await store.client.appendToStream(streams[index] ?? '', jsonSamples(size));
      results.push(result.position as Position);
    }
  });
  afterAll(() => store.close());

  const ours = async (options: ReadAllOptions): Promise<AllStreamRecordedEvent[]> =>
    (await collect(store.client.readAll(options))).flatMap(({ event }) =>
      event && streams.includes(event.streamId) ? [event] : [],
    );
  const places = async (options: ReadAllOptions): Promise<string[]> =>
    (await ours(options)).map((event) => `${streams.indexOf(event.streamId)}/${event.revision}`);

  it('gives every event in the order in which they were written', async () => {
    expect(await places({})).toEqual(['0/0', '0/1', '1/0', '1/1', '1/2', '2/0']);
  });

  it('gives them backwards from the end', async () => {
    expect(await places({ direction: BACKWARDS, fromPosition: END })).toEqual([
      '2/0',
      '1/2',
      '1/1',
      '1/0',
      '0/1',
      '0/0',
    ]);
  });

  it('begins forwards with the event at the position', async () => {
    expect(await places({ fromPosition: results[1] ?? START })).toEqual(['1/2', '2/0']);
    const [one] = await collect(store.client.readAll({ fromPosition: results[1] ?? START, maxCount: 1 }));
    expect(one?.event?.position).toEqual(results[1]);
  });

  it('begins backwards with the event before the position', async () => {
    expect(await places({ direction: BACKWARDS, fromPosition: results[1] ?? END, maxCount: 2 })).toEqual([
      '1/1',
      '1/0',
    ]);
  });

  it('goes by the commit position, whatever prepare position comes with it', async () => {
    expect(await places({ fromPosition: { commit: results[1]?.commit ?? 0n, prepare: 0n } })).toEqual(['1/2', '2/0']);
  });

  it.each<[string, ReadAllOptions]>([
    ['forwards from the end', { fromPosition: END }],
    ['backwards from the start', { direction: BACKWARDS, fromPosition: START }],
    ['forwards from beyond the end', { fromPosition: { commit: 1n << 50n, prepare: 1n << 50n } }],
  ])('gives nothing %s', async (_what, options) => {
    expect(await ours(options)).toEqual([]);
  });

  it.each(['between events', 'of no order'])('refuses a position %s', async (what) => {
    const { commit } = results[1] as Position;
    const fromPosition =
      what === 'of no order' ? { commit: commit - 1n, prepare: commit } : { commit: commit - 1n, prepare: commit - 1n };
    for (const direction of [FORWARDS, BACKWARDS] as const) {
      expect(await failureOf(ours({ fromPosition, direction }))).toMatchObject({ type: 'unknown' });
    }
  });

  it('gives positions that grow by more than one', async () => {
    const stream = newStream();
    await Promise.all(Array.from({ length: 10 }, () => store.client.appendToStream(stream, jsonSamples(3))));
    const positions = (await collect(store.client.readStream(stream))).map(
      ({ event }) => event?.position?.commit ?? 0n,
    );
    const steps = positions.slice(1).map((position, index) => position - (positions[index] ?? 0n));
    expect(steps).toHaveLength(29);
    expect(steps.every((step) => step > 1n)).toBe(true);
  });

  it('has what was just acknowledged, also for another client', async () => {
    const event = jsonSample();
    const { position } = await store.client.appendToStream(newStream(), event);
    const [read] = await collect(store.otherClient.readAll({ fromPosition: position ?? START, maxCount: 1 }));
    expect(read?.event?.id).toBe(event.id);
  });
});
