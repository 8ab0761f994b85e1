/**
 * A text as it stands in a column, so that it comes back whole: the driver ends a text at a NUL, and two that differ after one
 * would be the same word. U+0001 and a digit stand for it.
 */
export function toColumnText(text: string): string {
  return text.replace(/[\0\u0001]/g, (character) => (character === '\0' ? '\u00010' : '\u00011'));
}

export function fromColumnText(column: string): string {
  return column.replace(/\u0001[01]/g, (escaped) => (escaped === '\u00010' ? '\0' : '\u0001'));
}
