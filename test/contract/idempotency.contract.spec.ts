import { ANY, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import type { AppendExpectedRevision, AppendResult, JSONEventData } from '@eventstore/db-client';
import { collect, failureOf, idsOf, jsonSample, jsonSamples, newStream, readIds } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';

describe('repeating an append', () => {
  let store: StoreUnderTest;
  beforeAll(async () => (store = await storeUnderTest()));
  afterAll(() => store.close());

  const append = (
    stream: string,
    events: JSONEventData | JSONEventData[],
    expectedRevision: AppendExpectedRevision,
  ): Promise<AppendResult> => store.client.appendToStream(stream, events, { expectedRevision });
  const idsIn = async (stream: string): Promise<string[]> => readIds(await collect(store.client.readStream(stream)));

  it.each<[string, AppendExpectedRevision]>([
    ['no stream', NO_STREAM],
    ['any revision', ANY],
  ])('answers as the first time where %s was expected, also after later appends', async (_name, expected) => {
    const stream = newStream();
    const events = jsonSamples(3);
    const first = await append(stream, events, expected);
    expect(await append(stream, events, expected)).toEqual(first);
    await append(stream, jsonSample(), ANY);
    expect(await append(stream, events, expected)).toEqual(first);
    expect(await idsIn(stream)).toHaveLength(4);
  });

  it('answers as the first time where the exact revision was expected', async () => {
    const stream = newStream();
    await append(stream, jsonSamples(2), NO_STREAM);
    const events = jsonSamples(2);
    const first = await append(stream, events, 1n);
    await append(stream, jsonSample(), 3n);
    expect(await append(stream, events, 1n)).toEqual(first);
    expect(await idsIn(stream)).toHaveLength(5);
  });

  it('answers for the first events of an append as if they had been all', async () => {
    const stream = newStream();
    const events = jsonSamples(3);
    await append(stream, events, NO_STREAM);
    const stored = await collect(store.client.readStream(stream));
    const again = await append(stream, events.slice(0, 2), NO_STREAM);
    expect(again).toMatchObject({ nextExpectedRevision: 1n, position: stored[1]?.event?.position });
  });

  it('recognises events that several appends wrote', async () => {
    const stream = newStream();
    const events = jsonSamples(4);
    await append(stream, events.slice(0, 2), NO_STREAM);
    const last = await append(stream, events.slice(2), 1n);
    expect(await append(stream, events, NO_STREAM)).toEqual(last);
    expect(await append(stream, events.slice(1), 0n)).toEqual(last);
  });

  it.each<[string, AppendExpectedRevision]>([
    ['no stream', NO_STREAM],
    ['any revision', ANY],
    ['an existing stream', STREAM_EXISTS],
  ])('is refused where new events follow known ones and %s is expected', async (_name, expected) => {
    const stream = newStream();
    const known = jsonSamples(2);
    await append(stream, known, NO_STREAM);
    const error = await failureOf(append(stream, [...known, jsonSample()], expected));
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
    expect(await idsIn(stream)).toEqual(idsOf(known));
  });

  it('is refused where known events stand at another place than the one expected', async () => {
    const stream = newStream();
    const events = jsonSamples(3);
    await append(stream, events, NO_STREAM);
    expect(await failureOf(append(stream, events.slice(1), NO_STREAM))).toMatchObject({
      type: 'wrong-expected-version',
    });
  });

  it('stores known events again at the end of the stream, where its last revision is expected', async () => {
    const stream = newStream();
    const events = jsonSamples(2);
    await append(stream, events, NO_STREAM);
    expect(await append(stream, events, 1n)).toMatchObject({ nextExpectedRevision: 3n });
    expect(await idsIn(stream)).toEqual(idsOf([...events, ...events]));
  });

  it('goes by the first event, where any revision is expected: a new one makes the append new', async () => {
    const stream = newStream();
    const known = jsonSamples(2);
    await append(stream, known, NO_STREAM);
    const fresh = jsonSample();
    await append(stream, [fresh, ...known.slice(0, 1)], ANY);
    expect(await idsIn(stream)).toEqual(idsOf([...known, fresh, ...known.slice(0, 1)]));
    const [first, second] = await collect(store.client.readStream(stream));
    const reversed = await append(stream, [...known].reverse(), ANY);
    expect(reversed).toMatchObject({ nextExpectedRevision: 0n, position: first?.event?.position });
    expect(await append(stream, known, STREAM_EXISTS)).toMatchObject({
      nextExpectedRevision: 1n,
      position: second?.event?.position,
    });
  });

  it('takes the same ids in another stream as new events', async () => {
    const events = jsonSamples(2);
    await append(newStream(), events, NO_STREAM);
    const other = newStream();
    expect(await append(other, events, ANY)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await idsIn(other)).toEqual(idsOf(events));
  });

  it('does not take the same id twice in one append for a repeat', async () => {
    const stream = newStream();
    const event = jsonSample();
    await append(stream, [event, event], NO_STREAM);
    expect(await idsIn(stream)).toEqual([event.id, event.id]);
  });

  it('recognises an id whatever its case', async () => {
    const stream = newStream();
    const event = jsonSample();
    await append(stream, { ...event, id: event.id.toUpperCase() }, NO_STREAM);
    await append(stream, event, NO_STREAM);
    expect(await idsIn(stream)).toEqual([event.id]);
  });
});
