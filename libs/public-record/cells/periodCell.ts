import { lastDayOf } from '@milepost/domain';
import { CellRefused } from './cellRefused';
import { shown } from './shown';

/** A day, month, quarter or year that exists: YYYY-MM-DD, YYYY-MM, YYYY-Qn, YYYY. */
export function periodCell(text: string): string {
  if (lastDayOf(text) === undefined) {
    throw new CellRefused(
      `${shown(text)} is not a day, month, quarter or year that exists (YYYY-MM-DD, YYYY-MM, YYYY-Qn, YYYY).`,
    );
  }
  return text;
}
