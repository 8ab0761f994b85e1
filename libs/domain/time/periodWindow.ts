import { parseDay } from './day';
import type { Window } from './window';

const PERIOD_FORM = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])))?$/;
const pad = (month: number): string => String(month).padStart(2, '0');

/** First and last day of a calendar month `YYYY-MM`, quarter `YYYY-Qn` or year `YYYY`; undefined for anything else. */
function calendarWindow(text: string): Window | undefined {
  const parts = PERIOD_FORM.exec(text);
  if (!parts) return undefined;
  const [, year, month, quarter] = parts;
  const first = month ? Number(month) : quarter ? Number(quarter) * 3 - 2 : 1;
  const after = first + (month ? 1 : quarter ? 3 : 12);
  const earliest = parseDay(`${year}-${pad(first)}-01`);
  const end = after > 12 ? parseDay(`${year}-12-31`) : parseDay(`${year}-${pad(after)}-01`);
  if (earliest === undefined || end === undefined) return undefined;
  return { earliest, latest: after > 12 ? end : end - 1 };
}

/** First and last day of a day, month, quarter or year as a source gives it; undefined where there is no such period. */
export function periodWindow(text: string): Window | undefined {
  const day = parseDay(text);
  return day === undefined ? calendarWindow(text) : { earliest: day, latest: day };
}
