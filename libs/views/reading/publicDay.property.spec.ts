import * as fc from 'fast-check';
import { parseDay } from '@milepost/domain';
import { publicDay } from './publicDay';

type Object = Readonly<Record<string, unknown>>;

const text = fc.oneof(
  fc.constantFrom('reporter', 'live', '2024-02-29', '"', '\\', '"public":{"how":"x","on":"2020-01-01"}', '\n', ''),
  fc.string({ unit: 'binary' }),
);
const on = fc.oneof(fc.constantFrom('2024-02-29', '2023-02-29', '2024-01-31', 7, null), text);
const mark = fc.record({ how: text, on }, { requiredKeys: [] });
const usual = fc.record(
  {
    $correlationId: text,
    actor: fc.record({ id: text, role: text }),
    origin: text,
    public: fc.oneof({ weight: 9, arbitrary: mark }, { weight: 1, arbitrary: fc.jsonValue() }),
    recordedAt: text,
    requestHash: text,
    traceparent: text,
  },
  { requiredKeys: ['actor', 'origin', 'public', 'recordedAt'] },
);
const asWritten = usual.map((metadata) => JSON.stringify(metadata));
/** A member more, before or behind the others, perhaps one of a name that is there already. */
const withAnother = fc
  .tuple(
    asWritten,
    fc.constantFrom('public', 'import', 'recordedAt', 'zone'),
    fc.oneof(mark, fc.jsonValue()),
    fc.boolean(),
  )
  .map(([json, name, value, first]) => {
    const another = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
    return first ? `{${another},${json.slice(1)}` : `${json.slice(0, -1)},${another}}`;
  });

/** As the definition says: parse it, and look. */
function parsedDay(json: string): number | undefined {
  const { public: told } = (JSON.parse(json) ?? {}) as { public?: Object | null };
  const day = Array.isArray(told) ? undefined : told?.['on'];
  return typeof day === 'string' ? parseDay(day) : undefined;
}

describe('the public day in metadata', () => {
  it('is what parsing all of it gives, whatever else is in it and however it is written', () => {
    const spaced = asWritten.map((json) => JSON.stringify(JSON.parse(json), undefined, 1));
    fc.assert(
      fc.property(fc.oneof(asWritten, withAnother, spaced, fc.json()), (json) => {
        expect(publicDay(json)).toBe(parsedDay(json));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is found in the form that is written', () => {
    const metadata = {
      actor: { id: 'a', role: 'reporter' },
      origin: 'live',
      public: { how: 'reported', on: '2024-02-29' },
    };
    expect(publicDay(JSON.stringify({ ...metadata, recordedAt: '2024-03-01T00:00:00.000Z' }))).toBe(19_782);
    expect(publicDay(null)).toBeUndefined();
  });
});
