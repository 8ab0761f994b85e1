import { parseDay } from '@milepost/domain';
import { CellRefused } from './cellRefused';
import { shown } from './shown';

/** A day that exists, YYYY-MM-DD. */
export function dayCell(text: string): string {
  if (parseDay(text) === undefined) throw new CellRefused(`${shown(text)} is not a day that exists, YYYY-MM-DD.`);
  return text;
}
