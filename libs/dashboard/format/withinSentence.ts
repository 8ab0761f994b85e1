/** A date in words, in the middle of a sentence: months keep their capital, `On or before`, `About` and `Date not known` lose theirs. */
export function withinSentence(text: string): string {
  return /^(On|About|Between|Date) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
