import type { FactType } from '../events/factSchemas';
import type { Day } from '../time/day';

/** Days between which something happened, both ends counting; `-Infinity` and `Infinity` where there is none. */
export interface Window {
  readonly earliest: Day;
  readonly latest: Day;
}

/** One version of a fact, as rules see it: of the versions of one fact, at most one is effective at a moment. */
export interface FactVersion {
  /** Entry number of this version. */
  readonly sequence: number;
  /** Id of the fact's first event. */
  readonly fact: string;
  readonly type: FactType;
  /** When it was true, cut to the day this version became public as the fixed formats say. */
  readonly window: Window;
  readonly publicOn: Day;
  /** The fact's complete data. */
  readonly data: Readonly<Record<string, unknown>>;
}
