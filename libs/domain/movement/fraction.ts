/** An exact fraction in lowest terms, its sign above the line. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** @throws RangeError where there is nothing to divide by */
export function fraction(over: bigint, under: bigint): Fraction {
  if (under === 0n) throw new RangeError('A fraction needs a denominator.');
  const sign = under < 0n ? -1n : 1n;
  const divisor = commonDivisor(over < 0n ? -over : over, under * sign);
  return { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

export const NOTHING: Fraction = { over: 0n, under: 1n };

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { over: -b.over, under: b.under });

/** The largest whole number that is not above it. */
export function floor({ over, under }: Fraction): bigint {
  const cut = over / under;
  return over < 0n && cut * under !== over ? cut - 1n : cut;
}

/** As `50/21`, and as `2` where it is whole. */
export const fractionText = ({ over, under }: Fraction): string => (under === 1n ? `${over}` : `${over}/${under}`);
