import { formatDay, lastDayOf } from '@milepost/domain';

/** The last day of a day, month, quarter or year that exists, YYYY-MM-DD. */
export function lastDay(period: string): string {
  const day = lastDayOf(period);
  if (day === undefined) throw new RangeError(`${period} is no day, month, quarter or year.`);
  return formatDay(day);
}
