import type { Day } from '@milepost/domain';

/** A question's three coordinates, resolved. Views answer for exactly this and nothing else. */
export interface Moment {
  /** True on this day (state at its end). */
  readonly asOf: Day;
  /** Recorded by: entries 0 to size - 1. */
  readonly size: number;
  /** Public by this day; undefined: no limit. */
  readonly publicBy: Day | undefined;
}
