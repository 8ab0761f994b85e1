import { BACKWARDS, END, FORWARDS, START, StreamNotFoundError } from '@eventstore/db-client';
import type { ReadStreamOptions } from '@eventstore/db-client';
import { collect, failureOf, jsonSamples, newStream } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';

describe('reading a stream', () => {
  const stream = newStream();
  let store: StoreUnderTest;
  beforeAll(async () => {
    store = await storeUnderTest();
    await store.client.appendToStream(stream, jsonSamples(5));
  });
  afterAll(() => store.close());

  const revisions = async (options: ReadStreamOptions): Promise<number[]> =>
    (await collect(store.client.readStream(stream, options))).map(({ event }) => Number(event?.revision));

  it.each<[string, ReadStreamOptions, number[]]>([
    ['forwards from the start', {}, [0, 1, 2, 3, 4]],
    ['only as many as asked for', { maxCount: 2 }, [0, 1]],
    ['forwards from a revision, which is part of it', { fromRevision: 3n }, [3, 4]],
    ['forwards from beyond the end: nothing', { fromRevision: 5n }, []],
    ['forwards from far beyond the end: nothing', { fromRevision: 9_223_372_036_854_775_807n }, []],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END }, [4, 3, 2, 1, 0]],
    ['backwards from a revision, which is part of it', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    ['backwards from beyond the end: from the end', { direction: BACKWARDS, fromRevision: 500n, maxCount: 2 }, [4, 3]],
    ['backwards from the start: the first', { direction: BACKWARDS, fromRevision: START }, [0]],
  ])('gives it %s', async (_what, options, expected) => {
    expect(await revisions(options)).toEqual(expected);
  });

  it.each<[string, ReadStreamOptions]>([
    ['no events', { maxCount: 0 }],
    ['what is forwards from the end', { fromRevision: END, direction: FORWARDS }],
  ])('refuses to read %s', async (_what, options) => {
    expect(await failureOf(revisions(options))).toMatchObject({ type: 'unknown', code: 2 });
  });

  it.each([undefined, { direction: BACKWARDS, fromRevision: END }, { fromRevision: 7n }] as const)(
    'says of one that does not exist that it was not found (%j)',
    async (options) => {
      const absent = newStream();
      const error = await failureOf(collect(store.client.readStream(absent, options)));
      expect(error).toBeInstanceOf(StreamNotFoundError);
      expect(error).toMatchObject({ streamName: absent });
    },
  );

  it('reads a long one whole, in order, by both ways', async () => {
    const long = newStream();
    for (let batch = 0; batch < 4; batch++) await store.client.appendToStream(long, jsonSamples(400));
    const expected = Array.from({ length: 1600 }, (_, revision) => BigInt(revision));
    const forwards = await collect(store.client.readStream(long));
    expect(forwards.map(({ event }) => event?.revision)).toEqual(expected);
    const backwards = await collect(store.client.readStream(long, { direction: BACKWARDS, fromRevision: END }));
    expect(backwards.map(({ event }) => event?.revision)).toEqual(expected.reverse());
  });
});
