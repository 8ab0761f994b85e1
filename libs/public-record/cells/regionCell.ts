import { CellRefused } from './cellRefused';
import { shown } from './shown';

/** The code of an NHS region, Y56 to Y63. */
export function regionCell(text: string): string {
  if (!/^Y[0-9]{2}$/.test(text)) throw new CellRefused(`${shown(text)} is not the code of a region, such as Y56.`);
  return text;
}
