import { BACKWARDS, END, NO_STREAM, START, STREAM_EXISTS } from '@eventstore/db-client';
import { collect, failureOf, jsonSample, jsonSamples, newStream } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';
import { watch } from './watch';

describe("a stream's metadata", () => {
  let store: StoreUnderTest;
  beforeAll(async () => (store = await storeUnderTest()));
  afterAll(() => store.close());

  const revisions = async (stream: string, options = {}): Promise<number[]> =>
    (await collect(store.client.readStream(stream, options))).map(({ event }) => Number(event?.revision));

  it('is nothing before it is set, then what was set last', async () => {
    const stream = newStream();
    expect(await store.client.getStreamMetadata(stream)).toEqual({ streamName: stream });
    await store.client.setStreamMetadata(stream, { maxCount: 5, owner: 'me' });
    await store.client.setStreamMetadata(stream, { maxCount: 7, nested: { deep: [1] } });
    expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 7, nested: { deep: [1] } });
  });

  it('has revisions of its own', async () => {
    const stream = newStream();
    const set = (expectedRevision: typeof NO_STREAM | bigint): Promise<unknown> =>
      store.client.setStreamMetadata(stream, { x: 1 }, { expectedRevision });
    expect(await failureOf(set(0n))).toMatchObject({
      type: 'wrong-expected-version',
      streamName: `$$${stream}`,
      actualVersion: 'no_stream',
    });
    expect(await set(NO_STREAM)).toMatchObject({ nextExpectedRevision: 0n });
    expect(await failureOf(set(NO_STREAM))).toMatchObject({ actualVersion: 0n });
    expect(await set(0n)).toMatchObject({ nextExpectedRevision: 1n });
  });

  it('is read as its last event only', async () => {
    const stream = newStream();
    for (let index = 0; index < 3; index++) await store.client.setStreamMetadata(stream, { index });
    expect(await revisions(`$$${stream}`)).toEqual([2]);
  });

  it('makes a stream exist for an append that wants it to, but not for reading', async () => {
    const stream = newStream();
    await store.client.setStreamMetadata(stream, { x: 1 });
    expect(await failureOf(revisions(stream))).toMatchObject({ type: 'stream-not-found' });
    expect(await store.client.appendToStream(stream, jsonSample(), { expectedRevision: STREAM_EXISTS })).toMatchObject({
      nextExpectedRevision: 0n,
    });
  });

  describe('with a largest count', () => {
    it('leaves so many of the last events to be read, by both ways, and revisions go on', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, jsonSamples(6));
      await store.client.setStreamMetadata(stream, { maxCount: 2 });
      expect(await revisions(stream)).toEqual([4, 5]);
      expect(await revisions(stream, { fromRevision: 1n, maxCount: 1 })).toEqual([4]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: END })).toEqual([5, 4]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: 2n })).toEqual([]);
      expect(await store.client.appendToStream(stream, jsonSample(), { expectedRevision: 5n })).toMatchObject({
        nextExpectedRevision: 6n,
      });
      expect(await revisions(stream)).toEqual([5, 6]);
    });

    it('shows them again when it is raised', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, jsonSamples(6));
      await store.client.setStreamMetadata(stream, { maxCount: 1 });
      await store.client.setStreamMetadata(stream, { maxCount: 4 });
      expect(await revisions(stream)).toEqual([2, 3, 4, 5]);
    });

    it('holds for subscriptions that begin later', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, jsonSamples(5));
      await store.client.setStreamMetadata(stream, { maxCount: 2 });
      const watched = watch(store.client.subscribeToStream(stream));
      await watched.until(() => watched.said.includes('caught up'));
      expect(watched.events.map(({ event }) => event?.revision)).toEqual([3n, 4n]);
      await watched.stop();
    });

    it('takes nothing out of $all', async () => {
      const stream = newStream();
      const from = (await store.client.appendToStream(newStream(), jsonSample())).position ?? START;
      await store.client.appendToStream(stream, jsonSamples(5));
      await store.client.setStreamMetadata(stream, { maxCount: 1 });
      const all = (await collect(store.client.readAll({ fromPosition: from }))).filter(
        ({ event }) => event?.streamId === stream,
      );
      expect(all).toHaveLength(5);
    });
  });
});
