import { parseDay } from '@milepost/domain';
import { CellRefused } from './cellRefused';
import { shown } from './shown';

const FORM = /^(\d{4})(\d{2})(\d{2})$/;

/** A day as ODS files write it, YYYYMMDD; given back as YYYY-MM-DD. */
export function compactDayCell(text: string): string {
  const day = text.replace(FORM, '$1-$2-$3');
  if (!FORM.test(text) || parseDay(day) === undefined) {
    throw new CellRefused(`${shown(text)} is not a day that exists, YYYYMMDD.`);
  }
  return day;
}
