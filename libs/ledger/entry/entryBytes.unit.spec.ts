import { createHash } from 'node:crypto';
import type { Json, StoredEvent } from '@milepost/event-store';
import { storedEvent } from '../../../test/support/storedEvents';
import { entryBytes } from './entryBytes';

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64');
const textOf = (parts: Partial<StoredEvent>, previous?: number): string =>
  Buffer.from(entryBytes(storedEvent(5, parts), previous)).toString();
const entryOf = (parts: Partial<StoredEvent>, previous?: number): Record<string, unknown> =>
  JSON.parse(textOf(parts, previous)) as Record<string, unknown>;

it('writes an event of ours, byte for byte', () => {
  expect(
    textOf(
      {
        revision: 3n,
        data: { precision: 'day', occurredOn: '2025-11-03', deployment: 'main' },
        metadata: { recordedAt: '2026-01-01T00:00:05.000Z', origin: 'live', actor: { role: 'reporter', id: 'a-1' } },
      },
      17,
    ),
  ).toBe(
    '{"actor":"a-1",' +
      `"data":"${sha256('{"deployment":"main","occurredOn":"2025-11-03","precision":"day"}')}",` +
      '"id":"00000000-0000-4000-8000-000000000005",' +
      `"metadata":"${sha256('{"actor":{"id":"a-1","role":"reporter"},"origin":"live","recordedAt":"2026-01-01T00:00:05.000Z"}')}",` +
      '"occurredOn":"2025-11-03","precision":"day","prev":"17","recordedAt":"2026-01-01T00:00:05.000Z",' +
      '"revision":"3","stream":"milepost.trust-RXX","type":"EprWentLive.v1","v":1}',
  );
});

it('depends on nothing but the event and its predecessor', () => {
  const here = storedEvent(5);
  const elsewhere = { ...here, position: { commit: 9n, prepare: 8n }, created: 1 };
  expect(entryBytes(elsewhere, 4)).toEqual(entryBytes(here, 4));
});

it('leaves out prev for the first event of a stream, and says it for the others', () => {
  expect(entryOf({})).not.toHaveProperty('prev');
  expect(entryOf({}, 0)).toHaveProperty('prev', '0');
});

describe('metadata', () => {
  it('is absent where there is none, and so is what would be taken from it', () => {
    const entry = entryOf({ metadata: undefined });
    expect(Object.keys(entry)).toEqual(['data', 'id', 'occurredOn', 'precision', 'revision', 'stream', 'type', 'v']);
  });

  it.each<[string, Json]>([
    ['another form', '2026-01-01T00:00:05Z'],
    ['an offset', '2026-01-01T00:00:05.000+00:00'],
    ['lower case', '2026-01-01t00:00:05.000z'],
    ['30 February', '2026-02-30T00:00:05.000Z'],
    ['29 February of a common year', '2025-02-29T00:00:05.000Z'],
    ['hour 24', '2026-01-01T24:00:00.000Z'],
    ['a leap second', '2016-12-31T23:59:60.000Z'],
    ['a number', 1_767_225_605_000],
    ['null', null],
  ])('gives no recordedAt of %s', (_form, recordedAt) => {
    expect(entryOf({ metadata: { recordedAt } })).not.toHaveProperty('recordedAt');
  });

  it('gives recordedAt of 29 February of a leap year', () => {
    const recordedAt = '2024-02-29T23:59:59.999Z';
    expect(entryOf({ metadata: { recordedAt } })).toHaveProperty('recordedAt', recordedAt);
  });

  it.each<[string, Json]>([
    ['no object', 'actor'],
    ['a list', [{ id: 'a' }]],
    ['an id that is no string', { id: 7 }],
    ['none', {}],
  ])('gives no actor where it is %s', (_what, actor) => {
    expect(entryOf({ metadata: { actor } })).not.toHaveProperty('actor');
  });

  it('that is no object is hashed and gives nothing', () => {
    const entry = entryOf({ metadata: ['recordedAt'] });
    expect(entry).toMatchObject({ metadata: sha256('["recordedAt"]') });
    expect(entry).not.toHaveProperty('recordedAt');
  });
});

describe('data', () => {
  it('gives occurredOn, occurredBy and precision only where they are strings', () => {
    const entry = entryOf({ data: { occurredOn: 2025, occurredBy: '2025-12', precision: null } });
    expect(entry).toMatchObject({ occurredBy: '2025-12' });
    expect(entry).not.toHaveProperty('occurredOn');
    expect(entry).not.toHaveProperty('precision');
  });

  it('that did not parse arrives as a string and is hashed as that string', () => {
    expect(entryOf({ data: '{not json' })).toHaveProperty('data', sha256('"{not json"'));
  });

  it('of bytes is hashed as bytes and says so', () => {
    const data = Uint8Array.of(0, 255, 10);
    expect(entryOf({ data, metadata: Uint8Array.of(1) })).toMatchObject({
      data: sha256(data),
      raw: true,
      metadata: sha256(Uint8Array.of(1)),
      rawMetadata: true,
    });
    expect(entryOf({})).not.toHaveProperty('raw');
    expect(entryOf({})).not.toHaveProperty('rawMetadata');
  });

  it('may hold infinite numbers and lone surrogates', () => {
    const data = JSON.parse(String.raw`{"a":1e400,"b":"\uD800"}`) as Json;
    expect(entryOf({ data })).toHaveProperty('data', sha256(String.raw`{"a":"Infinity","b":"\ud800"}`));
  });
});

describe('what is too long', () => {
  it('takes texts of 200 bytes and drops longer ones', () => {
    const entry = entryOf({
      data: { occurredOn: 'x'.repeat(200), occurredBy: 'x'.repeat(201), precision: '€'.repeat(67) },
      metadata: { actor: { id: 'y'.repeat(201) } },
    });
    expect(entry).toHaveProperty('occurredOn', 'x'.repeat(200));
    expect(entry).not.toHaveProperty('occurredBy');
    expect(entry).not.toHaveProperty('precision');
    expect(entry).not.toHaveProperty('actor');
  });

  it('counts half of a surrogate pair as three bytes and writes it as its escape', () => {
    expect(textOf({ data: { occurredOn: '\ud800'.repeat(66) } })).toContain(`"occurredOn":"${'\\ud800'.repeat(66)}"`);
    expect(entryOf({ data: { occurredOn: '\ud800'.repeat(67) } })).not.toHaveProperty('occurredOn');
  });

  it('hashes names of more than 1,000 bytes', () => {
    const long = `milepost.${'é'.repeat(500)}`;
    const hex = createHash('sha256').update(long).digest('hex');
    expect(entryOf({ stream: long, type: 't'.repeat(1_000) })).toMatchObject({
      stream: `sha256:${hex}`,
      type: 't'.repeat(1_000),
    });
  });

  it('keeps the longest entry that can be below 65,535 bytes', () => {
    const text = '\u0001'.repeat(200);
    const entry = textOf({
      stream: '\u0001'.repeat(1_000),
      type: '\u0001'.repeat(1_000),
      data: { occurredOn: text, occurredBy: text, precision: text },
      metadata: { actor: { id: text }, recordedAt: '2026-01-01T00:00:05.000Z' },
    });
    expect(Buffer.byteLength(entry)).toBeLessThan(65_535);
  });
});
