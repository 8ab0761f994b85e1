import { MaxAppendSizeExceededError } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { bytesSample, collect, failureOf, jsonSample, jsonSamples, newStream } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';

const LIMIT = 1_048_576;

describe('the limits of an append', () => {
  let store: StoreUnderTest;
  beforeAll(async () => (store = await storeUnderTest()));
  afterAll(() => store.close());

  it.each([
    ['one event', 1],
    ['several events', 4],
  ])('let %s of exactly the size through, bytes unchanged', async (_what, count) => {
    const stream = newStream();
    const events = Array.from({ length: count }, () => bytesSample(LIMIT / count));
    await store.client.appendToStream(stream, events);
    const read = await collect(store.client.readStream(stream));
    expect(
      read.map(({ event }) =>
        Buffer.from(event?.data as Uint8Array).equals(
          Buffer.from(events.find(({ id }) => id === event?.id)?.data ?? []),
        ),
      ),
    ).toEqual(events.map(() => true));
  });

  it.each([
    ['one event', [LIMIT + 1]],
    ['several events together', [LIMIT / 2, LIMIT / 2 + 1]],
    ['an append split over several messages', Array.from({ length: 16 }, () => LIMIT / 4)],
  ])('refuse %s that has more, and store nothing of it', async (_what, sizes) => {
    const stream = newStream();
    const error = await failureOf(
      store.client.appendToStream(
        stream,
        sizes.map((size) => bytesSample(size)),
      ),
    );
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({ maxAppendSize: LIMIT });
    expect(await failureOf(collect(store.client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
  });

  it('count data only, not metadata or type', async () => {
    const stream = newStream();
    const event = { ...jsonSample('T'.repeat(10_000)), metadata: { text: 'm'.repeat(2 * LIMIT) } };
    await store.client.appendToStream(stream, event);
    const [read] = await collect(store.client.readStream(stream));
    expect(read?.event).toMatchObject({ id: event.id, type: event.type, metadata: event.metadata });
  });

  it('let thousands of small events through in one append', async () => {
    const stream = newStream();
    expect(await store.client.appendToStream(stream, jsonSamples(5000))).toMatchObject({ nextExpectedRevision: 4999n });
    expect(await collect(store.client.readStream(stream))).toHaveLength(5000);
  });

  it.each(['$system-like', ' ', '@at', 'x'.repeat(2000)])('take the stream name "%.20s"', async (start) => {
    const stream = `${start}${randomUUID()}`;
    await store.client.appendToStream(stream, jsonSample('$type'));
    expect(await collect(store.client.readStream(stream))).toHaveLength(1);
  });

  it.each([
    ['an empty type', jsonSample('')],
    ['an id that is no UUID', jsonSample('T', 'not-a-uuid')],
    ['an empty id', jsonSample('T', '00000000-0000-0000-0000-000000000000')],
  ])('refuse %s, and the next append goes through', async (_what, event) => {
    const stream = newStream();
    expect(await failureOf(store.client.appendToStream(stream, [jsonSample(), event]))).toMatchObject({
      type: 'unknown',
    });
    expect(await store.client.appendToStream(stream, jsonSample())).toMatchObject({ nextExpectedRevision: 0n });
  });

  it('refuse a stream without a name, to write and to read', async () => {
    expect(await failureOf(store.client.appendToStream('', jsonSample()))).toMatchObject({ type: 'unknown' });
    expect(await failureOf(collect(store.client.readStream('')))).toMatchObject({ type: 'unknown' });
  });
});
