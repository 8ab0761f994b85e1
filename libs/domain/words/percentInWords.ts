const PERCENT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** `50%`, or `10% to 30%` where a range was given. */
export function percentInWords(low: number, high: number): string {
  return low === high ? `${PERCENT.format(low)}%` : `${PERCENT.format(low)}% to ${PERCENT.format(high)}%`;
}
