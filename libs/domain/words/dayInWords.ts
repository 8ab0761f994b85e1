import { formatDay } from '../time/day';
import type { Day } from '../time/day';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Day of the month, month's name and year of a finite day. */
export function partsOfDay(day: Day): { readonly date: string; readonly month: string; readonly year: string } {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  return { date: String(Number(date)), month: MONTHS[Number(month) - 1] ?? month, year };
}

/** `6 August 2018`, as the NHS service manual writes dates. */
export function dayInWords(day: Day): string {
  const { date, month, year } = partsOfDay(day);
  return `${date} ${month} ${year}`;
}
