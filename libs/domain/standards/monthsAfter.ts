import type { Day } from '../time/day';
import { formatDay, parseDay } from '../time/day';
import { lastDayOf } from '../time/lastDayOf';

/** The day so many months later; where that month is too short, its last. */
export function monthsAfter(day: Day, months: number): Day {
  const text = formatDay(day);
  const month = Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 + months;
  const prefix = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  return parseDay(`${prefix}${text.slice(7)}`) ?? (lastDayOf(prefix) as Day);
}
