/** The text with its first letter in upper case, as the start of a sentence or a cell. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
