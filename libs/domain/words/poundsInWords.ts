const AMOUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** `£1.9 billion`, `£85 million`, from millions of pounds. */
export function poundsInWords(millions: number): string {
  return millions >= 1000 ? `£${AMOUNT.format(millions / 1000)} billion` : `£${AMOUNT.format(millions)} million`;
}
