import type { AssessmentChange, AssessmentPair } from '../questions';
import { quantile } from './quantile';

/** How many returns rose, fell and stayed level: on the scores as recorded, unrounded. */
export interface RisesAndFalls {
  readonly returns: number;
  readonly rose: number;
  readonly fell: number;
  readonly level: number;
}

/** How the scores of one version spread: unrounded, quartiles between neighbours (type 7 of Hyndman and Fan). */
export interface ScoreSpread {
  readonly version: string;
  /** Whether the publication of a later version restated any of them. */
  readonly restated: boolean;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly greatest: number;
}

/** The returns of one care setting under both versions. */
export interface CareSettingChange extends RisesAndFalls {
  readonly careSetting: string;
  readonly earlier: ScoreSpread;
  readonly later: ScoreSpread;
}

export interface ChangeInAssessments extends RisesAndFalls {
  readonly careSettings: readonly CareSettingChange[];
}

/** Counts and spreads of the returns that both versions have; the care setting with most returns first, those with as many by name. */
export function changeInAssessments({ pairs, earlier, later }: AssessmentChange): ChangeInAssessments {
  const names = [...new Set(pairs.map(({ careSetting }) => careSetting))].sort();
  const careSettings = names.map((careSetting): CareSettingChange => {
    const own = pairs.filter((pair) => pair.careSetting === careSetting);
    return {
      careSetting,
      ...risesAndFalls(own),
      earlier: spreadOf(own, 'earlier', earlier),
      later: spreadOf(own, 'later', later),
    };
  });
  return { ...risesAndFalls(pairs), careSettings: careSettings.sort((a, b) => b.returns - a.returns) };
}

function risesAndFalls(pairs: readonly AssessmentPair[]): RisesAndFalls {
  const count = (sign: number): number =>
    pairs.filter(({ earlier, later }) => Math.sign(later.score - earlier.score) === sign).length;
  return { returns: pairs.length, rose: count(1), fell: count(-1), level: count(0) };
}

function spreadOf(pairs: readonly AssessmentPair[], side: 'earlier' | 'later', version: string): ScoreSpread {
  const scores = pairs.map((pair) => pair[side].score).sort((a, b) => a - b);
  return {
    version,
    restated: pairs.some((pair) => pair[side].restated),
    least: quantile(scores, 0),
    lower: quantile(scores, 0.25),
    median: quantile(scores, 0.5),
    upper: quantile(scores, 0.75),
    greatest: quantile(scores, 1),
  };
}
