import type { Day } from './day';

/** Days between which something happened, both ends counting; `-Infinity` and `Infinity` where there is none. */
export interface Window {
  readonly earliest: Day;
  readonly latest: Day;
}
