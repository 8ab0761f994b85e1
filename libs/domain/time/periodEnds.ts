import type { Day } from './day';
import { formatDay } from './day';
import { lastDayOf } from './lastDayOf';

export type SeriesStep = 'month' | 'quarter';

/** The last day of the calendar month or quarter that a day lies in. */
export function periodEndOf(day: Day, every: SeriesStep): Day {
  const text = formatDay(day);
  const month = Number(text.slice(5, 7));
  const period = every === 'month' ? text.slice(0, 7) : `${text.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
  return lastDayOf(period) as Day;
}

/** The days at which a series has its points: the last day of every month or quarter from `from` on, and at last `to` itself. */
export function periodEnds(from: Day, to: Day, every: SeriesStep): Day[] {
  const days: Day[] = [];
  for (let day = periodEndOf(from, every); day < to; day = periodEndOf(day + 1, every)) days.push(day);
  if (from <= to) days.push(to);
  return days;
}
