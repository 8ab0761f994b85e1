import { Type } from '@sinclair/typebox';
import { correctionSchemas, eventSchemas, FACT_CORRECTED } from '@milepost/domain';
import { eventChecker } from './eventChecker';
import type { JsonObject, NewEvent } from './storedEvent';

const metadata = {
  recordedAt: '2026-03-01T09:00:00.000Z',
  actor: { id: 'a1', role: 'reporter' },
  origin: 'live',
  public: { on: '2026-02-27', how: 'reported' },
} as const;
const bridge = Type.Object(
  { name: Type.String(), on: Type.String({ format: 'date' }), lanes: Type.Optional(Type.Integer()) },
  { additionalProperties: false },
);
const corrected = Type.Object({ name: Type.String(), corrects: Type.Object({ type: Type.String() }) });
const check = eventChecker({
  'BridgeOpened.v1': bridge,
  'BridgeCorrected.v1': (data) =>
    (data.corrects as JsonObject | undefined)?.type === 'BridgeOpened.v1' ? corrected : undefined,
});
const event = (data: JsonObject, parts: Partial<NewEvent> = {}): NewEvent => ({
  id: '00000000-0000-4000-8000-000000000001',
  type: 'BridgeOpened.v1',
  data,
  metadata,
  ...parts,
});
const corrections = Object.fromEntries(
  Object.entries(correctionSchemas).map(([type, schema]) => [`${FACT_CORRECTED}-of-${type}`, schema]),
);
const good = { name: 'Forth', on: '1890-03-04' };

describe('the check of events before they are written', () => {
  it('takes what has its schema, in data and metadata', () => {
    expect(check(event(good))).toEqual([]);
    const full: JsonObject = {
      ...metadata,
      approvedBy: { id: 'a2', role: 'programme' },
      import: { dataSet: 'trusts.csv', key: 'RXX', content: '0'.repeat(64) },
      evidence: [{ sha256: 'f'.repeat(64), bytes: 12, mediaType: 'application/pdf' }],
      requestHash: '1'.repeat(64),
      $correlationId: 'r-1',
      $causationId: '00000000-0000-4000-8000-000000000002',
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    };
    expect(check(event(good, { metadata: full }))).toEqual([]);
  });

  it.each<[string, Partial<NewEvent>, string]>([
    ['a member that the schema does not have', { data: { ...good, colour: 'red' } }, '/data/colour'],
    ['a missing member', { data: { name: 'Forth' } }, '/data'],
    ['a day that does not exist', { data: { ...good, on: '2023-02-29' } }, '/data/on'],
    ['a value of the wrong type', { data: { ...good, lanes: '2' } }, '/data/lanes'],
    ['null for what does not apply', { data: { ...good, lanes: null } }, '/data/lanes'],
    ['what is not JSON', { data: { ...good, lanes: 2n as unknown as number } }, '/data/lanes'],
    ['what only looks absent', { data: { ...good, lanes: undefined as unknown as number } }, '/data/lanes'],
    ['an unknown type', { type: 'BridgeSold.v1' }, '/type'],
    ['a type named like a member of every object', { type: 'constructor' }, '/type'],
    ['data for which no schema is found', { type: 'BridgeCorrected.v1' }, '/type'],
    ['no actor', { metadata: { recordedAt: metadata.recordedAt, origin: 'live' } }, '/metadata'],
    ['a role that nobody has', { metadata: { ...metadata, actor: { id: 'a', role: 'king' } } }, '/metadata/actor/role'],
    [
      'a time without milliseconds',
      { metadata: { ...metadata, recordedAt: '2026-03-01T09:00:00Z' } },
      '/metadata/recordedAt',
    ],
    [
      'an instant that does not exist',
      { metadata: { ...metadata, recordedAt: '2026-02-30T09:00:00.000Z' } },
      '/metadata/recordedAt',
    ],
    ['metadata that the format does not have', { metadata: { ...metadata, who: 'me' } }, '/metadata/who'],
  ])('refuses %s', (_what, parts, pointer) => {
    const reasons = check({ ...event(good), ...parts });
    expect(reasons.map((reason) => reason.pointer)).toContain(pointer);
  });

  it('finds the schema by the data where a type has no one schema', () => {
    const data = { name: 'Forth', corrects: { type: 'BridgeOpened.v1' } };
    expect(check(event(data, { type: 'BridgeCorrected.v1' }))).toEqual([]);
    expect(check(event({ ...data, name: 1 }, { type: 'BridgeCorrected.v1' })).map((r) => r.pointer)).toEqual([
      '/data/name',
    ]);
  });

  it('fails loudly for a schema that is none', () => {
    const none = eventChecker({ 'A.v1': { type: 'objekt' }, 'B.v1': { type: 'object', propertees: {} } });
    expect(() => none(event(good, { type: 'A.v1' }))).toThrow();
    expect(() => none(event(good, { type: 'B.v1' }))).toThrow('propertees');
  });

  const ours = { ...eventSchemas, ...corrections };
  const checkOurs = eventChecker(ours);
  it.each(Object.keys(ours))('has a valid schema for %s', (type) => {
    const reasons = checkOurs(event({ neverAMember: true }, { type }));
    expect(reasons.map((reason) => reason.pointer)).toContain('/data/neverAMember');
  });
});
