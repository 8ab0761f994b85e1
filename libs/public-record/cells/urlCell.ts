import { CellRefused } from './cellRefused';
import { shown } from './shown';

const LONGEST = 2000;

/** An address on the web. */
export function urlCell(text: string): string {
  if (!/^https?:\/\/[^\s]+$/.test(text) || text.length > LONGEST) {
    throw new CellRefused(`${shown(text)} is not an address that begins with http:// or https://.`);
  }
  return text;
}
