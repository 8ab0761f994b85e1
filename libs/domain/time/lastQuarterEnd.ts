import type { Day } from './day';
import { periodEndOf } from './periodEnds';

/** A quarter has at most so many days. */
const QUARTER = 92;

/** The last day of the latest quarter that is over by the end of a day: on the last day of a quarter, that day. */
export function lastQuarterEnd(day: Day): Day {
  const current = periodEndOf(day, 'quarter');
  return current === day ? day : periodEndOf(current - QUARTER, 'quarter');
}
