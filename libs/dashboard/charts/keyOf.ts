/** How to read a chart: a sentence for each sign, of those that the chart has. */
export function keyOf(...signs: readonly (readonly [present: boolean, sentence: string])[]): string {
  return signs.flatMap(([present, sentence]) => (present ? [sentence] : [])).join(' ');
}
