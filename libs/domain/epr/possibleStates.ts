import type { FactVersion } from '../facts/factVersion';

/** A fold whose states are compared and never changed. */
export interface Fold<State> {
  readonly initial: State;
  evolve(state: State, fact: FactVersion): State;
  same(a: State, b: State): boolean;
}

/** More vague facts than this about one trust at one time are not weighed against each other. */
const MOST_POSSIBLE = 256;

/**
 * The states that may have been just before a fact: facts certainly before it have happened; those whose windows overlap
 * with its own may have come first or after, so each is taken and left.
 * @param others in the order of facts, without the fact itself
 */
export function statesBefore<State>(fold: Fold<State>, fact: FactVersion, others: readonly FactVersion[]): State[] {
  const before = others.filter(({ window }) => window.latest < fact.window.earliest);
  const states = [before.reduce((state, other) => fold.evolve(state, other), fold.initial)];
  for (const other of others) {
    if (other.window.latest < fact.window.earliest || other.window.earliest > fact.window.latest) continue;
    for (const state of [...states]) {
      const next = fold.evolve(state, other);
      if (states.length < MOST_POSSIBLE && !states.some((known) => fold.same(known, next))) states.push(next);
    }
  }
  return states;
}
