import { ANY, NO_STREAM, START, STREAM_EXISTS, WrongExpectedVersionError } from '@eventstore/db-client';
import type { AppendExpectedRevision } from '@eventstore/db-client';
import { collect, failureOf, idsOf, jsonSample, jsonSamples, newStream, readIds } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';

describe('appending', () => {
  let store: StoreUnderTest;
  beforeAll(async () => (store = await storeUnderTest()));
  afterAll(() => store.close());

  const idsIn = async (stream: string): Promise<string[]> => readIds(await collect(store.client.readStream(stream)));

  describe('to a stream that does not exist', () => {
    it.each<AppendExpectedRevision>([ANY, NO_STREAM])('goes through where %s is expected', async (expectedRevision) => {
      const stream = newStream();
      const event = jsonSample();
      const result = await store.client.appendToStream(stream, event, { expectedRevision });
      expect(result).toMatchObject({ success: true, nextExpectedRevision: 0n });
      expect(await idsIn(stream)).toEqual([event.id]);
    });

    it.each<AppendExpectedRevision>([STREAM_EXISTS, 0n, 7n])(
      'is refused where %s is expected',
      async (expectedRevision) => {
        const stream = newStream();
        const error = await failureOf(store.client.appendToStream(stream, jsonSample(), { expectedRevision }));
        expect(error).toBeInstanceOf(WrongExpectedVersionError);
        expect(error).toMatchObject({
          streamName: stream,
          expectedVersion: expectedRevision,
          actualVersion: 'no_stream',
        });
        expect((await failureOf(idsIn(stream))) as Error).toMatchObject({ type: 'stream-not-found' });
      },
    );
  });

  describe('to a stream of two events', () => {
    it.each<AppendExpectedRevision>([ANY, STREAM_EXISTS, 1n])(
      'goes through where %s is expected',
      async (expectedRevision) => {
        const stream = newStream();
        const first = jsonSamples(2);
        await store.client.appendToStream(stream, first, { expectedRevision: NO_STREAM });
        const next = jsonSample();
        const result = await store.client.appendToStream(stream, next, { expectedRevision });
        expect(result).toMatchObject({ success: true, nextExpectedRevision: 2n });
        expect(await idsIn(stream)).toEqual(idsOf([...first, next]));
      },
    );

    it.each<AppendExpectedRevision>([NO_STREAM, 0n, 2n, 9n])(
      'is refused where %s is expected, and leaves nothing',
      async (expectedRevision) => {
        const stream = newStream();
        const first = jsonSamples(2);
        await store.client.appendToStream(stream, first);
        const error = await failureOf(store.client.appendToStream(stream, jsonSamples(3), { expectedRevision }));
        expect(error).toBeInstanceOf(WrongExpectedVersionError);
        expect(error).toMatchObject({ streamName: stream, expectedVersion: expectedRevision, actualVersion: 1n });
        expect(await idsIn(stream)).toEqual(idsOf(first));
      },
    );
  });

  it('gives the revision and the position of the last of several events', async () => {
    const stream = newStream();
    const result = await store.client.appendToStream(stream, jsonSamples(5));
    const events = await collect(store.client.readStream(stream));
    expect(events.map(({ event }) => event?.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
    expect(result.nextExpectedRevision).toBe(4n);
    expect(events[4]?.event).toMatchObject({ position: result.position });
  });

  it('gives back what was written: type, id, data, metadata, stream, and a recent stamp', async () => {
    const stream = newStream('Ünïcode and spaces/#%');
    const before = Date.now();
    const sample = jsonSample('Čeština.v1');
    await store.client.appendToStream(stream, sample);
    const [read] = await collect(store.client.readStream(stream));
    expect(read?.event).toMatchObject({
      streamId: stream,
      id: sample.id,
      type: 'Čeština.v1',
      data: sample.data,
      metadata: sample.metadata,
      isJson: true,
      revision: 0n,
    });
    const created = (read?.event as unknown as { created: Date }).created.getTime();
    expect(Math.abs(created - before)).toBeLessThan(60_000);
  });

  it('keeps the events of one append next to each other while others append too', async () => {
    const streams = Array.from({ length: 12 }, () => newStream());
    const from = (await store.client.appendToStream(newStream(), jsonSample())).position ?? START;
    await Promise.all(
      streams.flatMap((stream) =>
        [0, 1, 2].map(() => store.client.appendToStream(stream, jsonSamples(4), { expectedRevision: ANY })),
      ),
    );
    const all = (await collect(store.otherClient.readAll({ fromPosition: from }))).filter(({ event }) =>
      streams.includes(event?.streamId ?? ''),
    );
    expect(all).toHaveLength(12 * 3 * 4);
    const changes = all.filter(
      ({ event }, index) => index % 4 !== 0 && event?.streamId !== all[index - 1]?.event?.streamId,
    );
    expect(changes).toEqual([]);
  });

  it('lets exactly one of many writers have a revision', async () => {
    const stream = newStream();
    await store.client.appendToStream(stream, jsonSample());
    const attempts = Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? store.client : store.otherClient).appendToStream(stream, jsonSample(), {
        expectedRevision: 0n,
      }),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await idsIn(stream)).toHaveLength(2);
  });

  describe('of nothing', () => {
    it('succeeds where the expectation holds, and the stream still does not exist', async () => {
      const stream = newStream();
      expect(await store.client.appendToStream(stream, [], { expectedRevision: NO_STREAM })).toMatchObject({
        success: true,
      });
      expect(await failureOf(idsIn(stream))).toMatchObject({ type: 'stream-not-found' });
    });

    it('is refused where it does not', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, jsonSamples(2));
      const error = await failureOf(store.client.appendToStream(stream, [], { expectedRevision: 0n }));
      expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
      expect(await store.client.appendToStream(stream, [], { expectedRevision: 1n })).toMatchObject({
        nextExpectedRevision: 1n,
      });
    });
  });
});
