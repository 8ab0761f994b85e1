import type { Fraction } from './fraction';
import { fraction, subtract } from './fraction';
import type { Movement } from './movementOf';
import { alongPath } from './movementOf';
import { roundedByLargestRemainder } from './roundedByLargestRemainder';
import type { Counts } from './stand';

/** Percentage points of one part: exact, and rounded to tenths so that all parts come to the rounded total. */
export interface Points {
  readonly exact: Fraction;
  readonly rounded: number;
}

const TENTHS = 10n;

/**
 * By how many percentage points each part moves the figure, one after the other along the path: of what is certain, or
 * with all that is not known counted in. Undefined where any point of the path has no trust to divide by.
 */
export function movementPoints(
  movement: Pick<Movement<unknown>, 'from' | 'parts'>,
  end: 'low' | 'high',
): readonly Points[] | undefined {
  const percents: Fraction[] = [];
  for (const counts of alongPath(movement)) {
    if (counts.denominator === 0) return undefined;
    percents.push(percentOf(counts, end));
  }
  const exact = percents.slice(1).map((percent, index) => subtract(percent, percents[index] as Fraction));
  const rounded = roundedByLargestRemainder(exact, TENTHS);
  return exact.map((one, index) => ({ exact: one, rounded: rounded[index] as number }));
}

function percentOf({ numerator, denominator, notKnown }: Counts, end: 'low' | 'high'): Fraction {
  return fraction(100n * BigInt(numerator + (end === 'high' ? notKnown : 0)), BigInt(denominator));
}
