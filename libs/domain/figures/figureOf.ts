import { NOT_KNOWN } from '../rules/levelRule';

/**
 * What a metric says over trusts: how many certainly, of how many, and for how many it is not known.
 * While anything is not known the percentage is a range. It is exact to the nearest double and never rounded further.
 */
export interface FigureCount {
  readonly numerator: number;
  readonly denominator: number;
  readonly notKnown: number;
  /** 100 × numerator / denominator; undefined where there is no denominator. */
  readonly percentLow: number | undefined;
  /** The same with all not known counted in. */
  readonly percentHigh: number | undefined;
}

/** The figure of these whole numbers. Multiplied before divided, so that one rounding is all there is. */
export function figureFrom(numerator: number, denominator: number, notKnown: number): FigureCount {
  const percent = (count: number): number | undefined => (denominator === 0 ? undefined : (100 * count) / denominator);
  return {
    numerator,
    denominator,
    notKnown,
    percentLow: percent(numerator),
    percentHigh: percent(numerator + notKnown),
  };
}

/** The figure over the levels of the trusts in scope: `yes` counts, `no` does not, `not-known` may. */
export function figureOf(levels: Iterable<string>): FigureCount {
  let numerator = 0;
  let denominator = 0;
  let notKnown = 0;
  for (const level of levels) {
    denominator += 1;
    if (level === 'yes') numerator += 1;
    else if (level === NOT_KNOWN) notKnown += 1;
  }
  return figureFrom(numerator, denominator, notKnown);
}

/** The figure of the scope itself: every trust in scope counts, and one that may be in would count above and below the line. */
export function scopeFigure(inScope: number, notKnown: number): FigureCount {
  const percent = inScope === 0 ? undefined : 100;
  return { numerator: inScope, denominator: inScope, notKnown, percentLow: percent, percentHigh: percent };
}
