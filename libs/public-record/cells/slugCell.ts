import { CellRefused } from './cellRefused';
import { shown } from './shown';

const LONGEST = 100;

/** An id: lower-case words and numbers joined by hyphens. */
export function slugCell(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || text.length > LONGEST) {
    throw new CellRefused(
      `${shown(text)} is not an id: lower-case words joined by hyphens, at most ${LONGEST} characters.`,
    );
  }
  return text;
}
