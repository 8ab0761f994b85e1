/** A cell's text for a sentence: quoted, and cut where it is long. */
export function shown(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
