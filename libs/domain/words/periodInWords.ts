import { parseDay } from '../time/day';
import { dayInWords, MONTHS } from './dayInWords';

const QUARTERS = ['January to March', 'April to June', 'July to September', 'October to December'];

/** A day, month, quarter or year as events hold it (`2025-11-17`, `2025-11`, `2025-Q3`, `2025`). What is none of them stays as it is written. */
export function periodInWords(text: string): string {
  const day = parseDay(text);
  if (day !== undefined) return dayInWords(day);
  const [, year = '', month, quarter] = /^(\d{4})(?:-(\d{2})|-Q([1-4]))?$/.exec(text) ?? [];
  const name = month === undefined ? QUARTERS[Number(quarter) - 1] : MONTHS[Number(month) - 1];
  if (name !== undefined) return `${name} ${year}`;
  return text;
}
