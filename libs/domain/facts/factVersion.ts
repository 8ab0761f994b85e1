import type { FactType } from '../events/factSchemas';
import type { Day } from '../time/day';
import type { Window } from '../time/window';

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
  /**
   * Absent in the version itself. Under some rules more follows from it at another time, without an event of its own (a
   * day planned for passes, an assessment lapses): the same version in another window, with the name of what happens.
   */
  readonly follows?: string;
}
