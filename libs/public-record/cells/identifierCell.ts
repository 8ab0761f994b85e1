import { CellRefused } from './cellRefused';
import { shown } from './shown';

/** A name for programs: lower-case letters, digits and underscores. */
export function identifierCell(text: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(text)) {
    throw new CellRefused(`${shown(text)} is not a name of lower-case letters, digits and underscores.`);
  }
  return text;
}
