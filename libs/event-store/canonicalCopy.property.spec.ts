import fc from 'fast-check';
import { canonicalCopy } from './canonicalCopy';
import { canonicalText } from './canonicalText';
import type { Json } from './storedEvent';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
const name = fc.oneof(text, fc.constantFrom('9', '10', '010', '-1', '4294967295', '__proto__', 'a', 'constructor'));
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    fc.array(tie('value')),
    fc.array(fc.tuple(name, tie('value'))).map((members) => Object.fromEntries(members)),
  ),
}));

describe('a canonical copy', () => {
  it('is written by JSON.stringify as the canonical text', () => {
    fc.assert(
      fc.property(value, (data) => {
        expect(JSON.stringify(canonicalCopy(data))).toBe(canonicalText(data));
      }),
    );
  });

  it('keeps names that look like integers in the order of the text', () => {
    const wanted = '{"10":1,"9":{"20":1,"3":[{"11":0,"2":0}]}}';
    const data = JSON.parse(wanted) as Json;
    expect(JSON.stringify(data)).not.toBe(wanted);
    expect(JSON.stringify(canonicalCopy(data))).toBe(wanted);
  });

  it('cannot be changed by whoever gave the value', () => {
    const data = { a: { b: [1] } };
    const copy = canonicalCopy(data);
    data.a.b.push(2);
    expect(JSON.stringify(copy)).toBe('{"a":{"b":[1]}}');
  });
});
