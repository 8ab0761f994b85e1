import type { Day } from './day';
import { periodWindow } from './periodWindow';

/** The last day of a day, month, quarter or year: `lastDayOf('2025-11')` is 30 November; undefined where there is no such period. */
export function lastDayOf(period: string): Day | undefined {
  return periodWindow(period)?.latest;
}
