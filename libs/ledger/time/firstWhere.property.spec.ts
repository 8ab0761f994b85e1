import fc from 'fast-check';
import { firstWhere } from './firstWhere';

it('finds the first number, and asks about few', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(2e6), (from, length, first) => {
      let asked = 0;
      const found = firstWhere(from, from + length, (n) => {
        asked += 1;
        return n >= first;
      });
      expect(found).toBe(Math.min(Math.max(first, from), from + length));
      expect(asked).toBeLessThanOrEqual(21);
    }),
  );
});

it('gives where it began when there is nothing to ask about', () => {
  expect(firstWhere(5, 3, () => true)).toBe(5);
});
