import type { FactType } from '../events/factSchemas';
import type { FactVersion } from '../facts/factVersion';

/** What a rule says of a trust on a day: a level out of the rule's own list, and the entry that decided it. */
export interface Verdict {
  /** `not-known` is a level. */
  readonly level: string;
  /** Entry number of the deciding version; -1 where nothing was recorded. */
  readonly why: number;
}

export const NOT_KNOWN = 'not-known';

/**
 * A versioned rule over one trust's effective facts: a fold in the order of facts, so that the state after a fact
 * depends on nothing but the state before and the fact. Windows are dealt with outside, once for all rules:
 * facts whose latest day has come are folded in order; each fact whose window is open may or may not have happened,
 * so the states possible on that day are gathered, and where their levels differ the verdict is not known.
 * States are immutable; `evolve` returns the same reference where nothing changes.
 */
export interface LevelRule<State> {
  /** Metric and definition version, with merger policy where one applies: `epr-live@1`. */
  readonly id: string;
  /** The types of fact that it depends on; `evolve` is called for no other. */
  readonly types: ReadonlySet<FactType>;
  readonly initial: State;
  evolve(state: State, fact: FactVersion): State;
  /** Whether two states are the same for every later fact and every verdict. */
  same(a: State, b: State): boolean;
  /**
   * Whether two states have the same level now and after whatever else may have happened by the same day, though their
   * entries differ; as `same` where it is absent. Of states that are alike, one stands for all while windows are open.
   */
  alike?(a: State, b: State): boolean;
  /** The level of one state. */
  verdict(state: State): Verdict;
  /**
   * A fact as it takes effect, each in its window: itself alone where this is absent. A closing takes effect on the day
   * after; from some facts more follows at another time, with `follows` to tell it from the fact. What follows never ends
   * before the fact does, and changes nothing in a state that the fact did not bring about.
   */
  readonly effects?: (fact: FactVersion) => readonly FactVersion[];
}
