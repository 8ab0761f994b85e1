import type { Fraction } from './fraction';
import { add, floor, fraction, NOTHING, subtract } from './fraction';

/**
 * Rounds fractions to whole multiples of 1/`parts` so that they come to their sum rounded by itself (half upwards): each is
 * rounded down, and what is missing is given, one step each, to those that lost most; of equals to the first.
 */
export function roundedByLargestRemainder(exact: readonly Fraction[], parts: bigint): number[] {
  const scaled = exact.map(({ over, under }) => fraction(over * parts, under));
  const sum = scaled.reduce(add, NOTHING);
  const down = scaled.map(floor);
  const missing = floor(add(sum, fraction(1n, 2n))) - down.reduce((a, b) => a + b, 0n);
  const byLoss = scaled
    .map((one, index) => ({ index, loss: subtract(one, fraction(down[index] as bigint, 1n)) }))
    .sort((a, b) => (less(b.loss, a.loss) ? -1 : less(a.loss, b.loss) ? 1 : a.index - b.index));
  const raised = new Set(byLoss.slice(0, Number(missing)).map(({ index }) => index));
  return down.map((whole, index) => Number(whole + (raised.has(index) ? 1n : 0n)) / Number(parts));
}

const less = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
