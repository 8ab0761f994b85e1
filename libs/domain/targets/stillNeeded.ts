import type { Threshold } from './targetSaid';

/** A figure's whole numbers. */
interface Counted {
  readonly numerator: number;
  readonly denominator: number;
  readonly notKnown: number;
}

/** What is missing to a threshold, in trusts. */
export interface StillNeeded {
  /** How many the threshold asks for of those counted. */
  readonly needed: number;
  /** Missing if all that are not known count, and if none of them does; the same where all are known. */
  readonly low: number;
  readonly high: number;
}

/** The least whole number that is at least so many percent, by exact fractions: 70% of 205 is 143.5, so 144. */
export function neededFor(percent: number, denominator: number): number {
  const [whole = '0', part = ''] = percent.toFixed(DECIMALS).split('.');
  const scaled = BigInt(whole + part) * BigInt(denominator);
  const hundred = 100n * 10n ** BigInt(part.length);
  return Number((scaled + hundred - 1n) / hundred);
}

/** A percentage is written with no more decimals than these, which a number of 0 to 100 holds exactly enough to give them back. */
const DECIMALS = 12;

/** A threshold that is a range asks for its lower end: whoever is there has met it. */
export function stillNeeded({ low }: Threshold, { numerator, denominator, notKnown }: Counted): StillNeeded {
  const needed = neededFor(low, denominator);
  const missing = (have: number): number => Math.max(0, needed - have);
  return { needed, low: missing(numerator + notKnown), high: missing(numerator) };
}
