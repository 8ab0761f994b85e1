import * as fc from 'fast-check';
import type { Verdict } from '../rules/levelRule';
import { add, fractionText, NOTHING, subtract } from './fraction';
import type { Fraction } from './fraction';
import { MOVEMENT_PARTS } from './movementParts';
import type { MovementClues, MovementPath, Reading } from './movementOf';
import { alongPath, movementOf } from './movementOf';
import { movementPoints } from './movementPoints';
import { roundedByLargestRemainder } from './roundedByLargestRemainder';
import type { Stand } from './stand';
import { countsOf, sumOf } from './stand';

const TRUSTS = 12;
const GROUPS = ['Y56', 'Y60', 'not-known'];

const verdict = (...levels: string[]): fc.Arbitrary<Verdict> =>
  fc.record({ level: fc.constantFrom(...levels), why: fc.integer({ min: -1, max: 50 }) });
const stands: fc.Arbitrary<Stand> = fc.record({
  scope: verdict('in', 'in', 'out', 'not-known'),
  verdict: verdict('yes', 'no', 'not-known'),
  group: verdict(...GROUPS),
});
const readings: fc.Arbitrary<Reading<number>> = fc
  .array(stands, { minLength: TRUSTS, maxLength: TRUSTS })
  .map((all) => new Map(all.map((stand, trust) => [trust, stand])));
const paths: fc.Arbitrary<MovementPath<number>> = fc.record({
  counting: fc.constantFrom('scope', 'verdict'),
  points: fc.tuple(readings, readings, readings, readings),
  backwards: fc.boolean(),
});
/** Any answer at all: whatever the clues say, nothing may be lost or counted twice. */
const clues: fc.Arbitrary<MovementClues<number>> = fc.record({
  learned: fc.func(fc.record({ corrected: fc.boolean(), entry: fc.nat(50) })),
  closed: fc.func(fc.constantFrom('closed', 'merged', undefined)),
  inherited: fc.func(fc.boolean()),
  lapsed: fc.func(fc.boolean()),
});
const groups = fc.constantFrom(undefined, ...GROUPS);
const NONE = { numerator: 0, denominator: 0, notKnown: 0 };

describe('a movement splits without remainder', () => {
  it('each part is what its own trusts add, and all parts are the difference of the two figures', () => {
    fc.assert(
      fc.property(paths, clues, groups, (path, hints, group) => {
        const { from, to, parts, moved } = movementOf(path, hints, group);
        const [first, , , last] = path.points;
        const figure = (reading: Reading<number>) =>
          sumOf([...reading.values()].map((stand) => countsOf(stand, path.counting, group)));
        expect([from, to]).toEqual([figure(first), figure(last)]);
        expect(parts.map(({ part }) => part)).toEqual(MOVEMENT_PARTS);
        for (const { part, trusts, ...counts } of parts) {
          const own = moved.filter((one) => one.part === part);
          expect(counts).toEqual(sumOf(own));
          expect(own).toHaveLength(trusts);
          expect(own.every((one) => (one.cause !== undefined) === (part === 'scope'))).toBe(true);
        }
        expect(alongPath({ from, parts }).at(-1)).toEqual(to);
      }),
      { numRuns: 500 },
    );
  });

  it('a trust is in at most one part of each step, and never without having moved the figure', () => {
    fc.assert(
      fc.property(paths, clues, groups, (path, hints, group) => {
        const { moved } = movementOf(path, hints, group);
        const stepOf = (part: string): number =>
          part === 'definition' ? 2 : MOVEMENT_PARTS.indexOf(part as never) > 1 ? 1 : 0;
        const places = moved.map(({ trust, part }) => `${trust} ${stepOf(part)}`);
        expect(new Set(places).size).toBe(places.length);
        for (const { numerator, denominator, notKnown } of moved) {
          expect({ numerator, denominator, notKnown }).not.toEqual(NONE);
        }
      }),
    );
  });

  it('by group, both figures are those of all groups together', () => {
    fc.assert(
      fc.property(paths, clues, (path, hints) => {
        const whole = movementOf(path, hints);
        const byGroup = GROUPS.map((group) => movementOf(path, hints, group));
        expect(sumOf(byGroup.map(({ from }) => from))).toEqual(whole.from);
        expect(sumOf(byGroup.map(({ to }) => to))).toEqual(whole.to);
      }),
    );
  });

  it('read the other way round between two days it is the same with the opposite sign', () => {
    fc.assert(
      fc.property(readings, readings, clues, (one, other, hints) => {
        const there = movementOf({ counting: 'verdict', points: [one, one, other, other], backwards: false }, hints);
        const back = movementOf({ counting: 'verdict', points: [other, other, one, one], backwards: true }, hints);
        const signed = there.parts.map(({ part, trusts, numerator, denominator, notKnown }) => ({
          part,
          trusts,
          // `0 -` rather than a sign before it, which would make a zero negative.
          ...{ numerator: 0 - numerator, denominator: 0 - denominator, notKnown: 0 - notKnown },
        }));
        expect(back.parts).toEqual(signed);
      }),
    );
  });

  it('percentage points are exact along the path, and rounded they come to the rounded total', () => {
    fc.assert(
      fc.property(paths, clues, fc.constantFrom('low' as const, 'high' as const), (path, hints, end) => {
        const movement = movementOf(path, hints);
        const points = movementPoints(movement, end);
        const percent = ({ numerator, denominator, notKnown }: typeof NONE): number =>
          (100 * (numerator + (end === 'high' ? notKnown : 0))) / denominator;
        if (alongPath(movement).some(({ denominator }) => denominator === 0)) {
          expect(points).toBeUndefined();
          return;
        }
        const total = (points ?? []).map(({ exact }) => exact).reduce(add, NOTHING);
        expect(Number(total.over) / Number(total.under)).toBeCloseTo(percent(movement.to) - percent(movement.from), 9);
        const tenths = (points ?? []).reduce((sum, { rounded }) => sum + Math.round(rounded * 10), 0);
        expect(Math.abs(tenths / 10 - Number(total.over) / Number(total.under))).toBeLessThanOrEqual(0.05 + 1e-9);
        for (const { exact, rounded } of points ?? []) {
          expect(Math.abs(rounded - Number(exact.over) / Number(exact.under))).toBeLessThan(0.1);
          if (exact.over === 0n) expect(rounded).toBe(0);
        }
      }),
    );
  });
});

describe('rounding by the largest remainder', () => {
  const thirds = (...overs: number[]): Fraction[] => overs.map((over) => ({ over: BigInt(over), under: 3n }));

  it('gives what is missing to those that lost most, of equals to the first', () => {
    expect(roundedByLargestRemainder(thirds(1, 1, 1), 10n)).toEqual([0.4, 0.3, 0.3]);
    expect(roundedByLargestRemainder(thirds(2, -1, 1), 10n)).toEqual([0.7, -0.3, 0.3]);
    expect(roundedByLargestRemainder(thirds(-1, -1), 10n)).toEqual([-0.3, -0.4]);
    expect(roundedByLargestRemainder([], 10n)).toEqual([]);
  });

  it('keeps fractions in lowest terms, the sign above the line', () => {
    expect(fractionText(add(...(thirds(1, 2) as [Fraction, Fraction])))).toBe('1');
    expect(fractionText(subtract({ over: 1n, under: 6n }, { over: 1n, under: 2n }))).toBe('-1/3');
  });
});
