import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalize as jsonCanonicalize } from 'json-canonicalize';
import { canonicalText } from './canonicalText';
import type { Json } from './storedEvent';
import { writeStepwise } from './writeStepwise';

/** Any JSON value as a reader gets it: parsed, so that members come in the order that JavaScript gives them. */
const anyJson = fc.json({ stringUnit: 'binary', maxDepth: 5 }).map((text) => JSON.parse(text) as Json);

it('agrees with two published canonicalisers', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = canonicalText(value);
      expect(text).toBe(canonicalize(value));
      expect(text).toBe(jsonCanonicalize(value));
    }),
    { numRuns: 500 },
  );
});

it('writes stepwise exactly what the other paths write', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(writeStepwise(value)).toBe(canonicalText(value));
    }),
    { numRuns: 500 },
  );
});

it('is stable: the text of the parsed text is the text', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = canonicalText(value);
      expect(canonicalText(JSON.parse(text) as Json)).toBe(text);
    }),
  );
});

it('does not depend on the order in which members were written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), anyJson), (members) => {
      const turned = Object.fromEntries(Object.entries(members).reverse());
      expect(canonicalText(turned)).toBe(canonicalText(members));
    }),
  );
});
