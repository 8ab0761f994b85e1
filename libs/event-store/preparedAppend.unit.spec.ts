import { Type } from '@sinclair/typebox';
import { schemaChecker } from './schemaChecker';
import { EventRefused } from './eventRefused';
import { prepareAppend } from './preparedAppend';
import type { JsonObject, NewEvent } from './storedEvent';

const STREAM = 'milepost.bridge-forth';
const check = schemaChecker({ 'BridgeOpened.v1': Type.Object({}) });
const metadata = { recordedAt: '2026-03-01T09:00:00.000Z', actor: { id: 'a1', role: 'system' }, origin: 'live' };
const event = (n: number, data: JsonObject = {}): NewEvent => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  type: 'BridgeOpened.v1',
  data,
  metadata,
});
const refusalOf = (...[events, expected = 'no-stream']: [readonly NewEvent[], ('no-stream' | bigint)?]): string => {
  try {
    prepareAppend(STREAM, events, expected, check);
  } catch (error) {
    expect(error).toBeInstanceOf(EventRefused);
    return (error as EventRefused).message;
  }
  throw new Error('was not refused');
};

describe('an append made ready', () => {
  it('knows where its events will stand', () => {
    expect(prepareAppend(STREAM, [event(1)], 'no-stream', check).first).toBe(0n);
    expect(prepareAppend(STREAM, [event(1), event(2)], 41n, check)).toMatchObject({
      first: 42n,
      ids: [event(1).id, event(2).id],
    });
  });

  it('holds canonical data that its maker can no longer change', () => {
    const data: Record<string, string | number> = { b: 1, a: 'x', '10': 1, '9': 2 };
    const prepared = prepareAppend(STREAM, [event(1, data)], 'no-stream', check);
    data.a = 'changed';
    expect(JSON.stringify(prepared.events[0]?.data)).toBe('{"10":1,"9":2,"a":"x","b":1}');
  });

  it('is refused without events, with one twice, or with an id or a type that is none', () => {
    expect(refusalOf([])).toContain('at least one');
    expect(refusalOf([event(1), event(1)])).toContain('twice');
    expect(refusalOf([{ ...event(1), id: event(1).id.replace('8', 'A') }])).toContain('UUID');
    expect(refusalOf([{ ...event(1), type: '$metadata' }])).toContain('type name');
    expect(refusalOf([{ ...event(1), metadata: {} }])).toContain('/metadata');
    expect(refusalOf([event(1, { at: { day: new Date(0) as unknown as string } })])).toContain('/data/at/day: A Date');
  });

  it('is refused without an exact expectation', () => {
    expect(refusalOf([event(1)], -1n)).toContain('expected revision');
    expect(refusalOf([event(1)], 2n ** 63n)).toContain('expected revision');
    for (const wrong of ['any', 'stream_exists', 3, undefined]) {
      expect(refusalOf([event(1)], (wrong ?? null) as unknown as bigint)).toContain('expected revision');
    }
  });

  it('is refused beyond the size that a store takes, counted over all its events', () => {
    const text = (bytes: number): JsonObject => ({ t: 'é'.repeat(bytes / 2) });
    // {"t":""} is 8 bytes.
    expect(() => prepareAppend(STREAM, [event(1, text(1_048_568))], 'no-stream', check)).not.toThrow();
    expect(refusalOf([event(1, text(1_048_570))])).toContain('1048578');
    expect(refusalOf([event(1, text(524_284)), event(2, text(524_284))])).toContain('1048584');
  });
});
