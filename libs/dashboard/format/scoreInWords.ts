const SCORE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, minimumFractionDigits: 1 });

/** A score with one or two decimal places: `2.16`, `3.0`. Its entry holds it unrounded. */
export function scoreInWords(value: number): string {
  return SCORE.format(value);
}
