import type { AssessmentPair } from '@milepost/views';

export interface RisesAndFalls {
  readonly rose: number;
  readonly fell: number;
  readonly equal: number;
}

/** How many returns rose, fell and stayed: on the scores as recorded, unrounded. */
export function risesAndFalls(pairs: readonly AssessmentPair[]): RisesAndFalls {
  const count = (sign: number): number =>
    pairs.filter(({ earlier, later }) => Math.sign(later.score - earlier.score) === sign).length;
  return { rose: count(1), fell: count(-1), equal: count(0) };
}
