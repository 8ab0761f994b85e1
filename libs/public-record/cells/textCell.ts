import { CellRefused } from './cellRefused';

/** Text that is there. */
export function textCell(text: string): string {
  if (text === '') throw new CellRefused('The cell is empty.');
  return text;
}
