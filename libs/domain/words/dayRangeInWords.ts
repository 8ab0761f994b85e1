import type { Day } from '../time/day';
import { dayInWords, partsOfDay } from './dayInWords';

/** `30 October to 5 November 2025`; what both days share is said once. `joint` is `to` or `and`. */
export function dayRangeInWords(from: Day, to: Day, joint: 'to' | 'and' = 'to'): string {
  if (from === to) return dayInWords(from);
  const a = partsOfDay(from);
  const b = partsOfDay(to);
  const start = a.year !== b.year ? dayInWords(from) : a.month !== b.month ? `${a.date} ${a.month}` : a.date;
  return `${start} ${joint} ${dayInWords(to)}`;
}
