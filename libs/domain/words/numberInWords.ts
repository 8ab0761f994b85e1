const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** `1,000`, from a whole number. */
export function numberInWords(value: number): string {
  return WHOLE.format(value);
}
