import fc from 'fast-check';
import { canonicalText } from './canonicalText';
import { jsonInOrder } from './jsonInOrder';
import type { Json } from './storedEvent';

const name = fc.oneof(
  fc.string(),
  fc.constantFrom('9', '10', '010', '-1', '4294967295', '__proto__', 'a', 'constructor'),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc.array(fc.tuple(name, tie('value'))).map((members) => Object.fromEntries(members)),
  ),
}));

describe('JSON in canonical order', () => {
  it('is written by JSON.stringify as the canonical text', () => {
    fc.assert(
      fc.property(value, (data) => {
        const text = canonicalText({ data });
        expect(JSON.stringify(jsonInOrder(text))).toBe(text);
      }),
    );
  });

  it('keeps names that look like integers in the order of the text', () => {
    const text = '{"10":1,"9":{"20":1,"3":[{"11":0,"2":0}]}}';
    expect(JSON.stringify(JSON.parse(text))).not.toBe(text);
    expect(JSON.stringify(jsonInOrder(text))).toBe(text);
  });
});
