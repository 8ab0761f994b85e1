import type { Day, Verdict } from '@milepost/domain';

/** A run of days with one verdict, up to the day on which the next begins, as known since `since` and until now. */
export interface OpenSpan extends Verdict {
  readonly from: Day;
  /** The knowledge from which on it holds; `-Infinity`: from the beginning. */
  readonly since: number;
}

/** A rectangle of the plane day × knowledge, both ends past the last: `from` <= day < `to`, `since` < knowledge <= `until`. */
export interface ClosedSpan extends OpenSpan {
  readonly to: Day;
  readonly until: number;
}

/** Days `from` <= day < `to`. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}
