import type { CountedFigures } from './drawings/countedOverTime';
import type { DotFigures } from './drawings/dotRows';
import type { CoverageFigures } from './drawings/coverageFigures';
import type { SpreadFigures } from './drawings/spreadRows';
import type { TimeFigures } from './drawings/timeRows';

/** What is drawn, and its figures as plain data: equal drawings give equal pictures. */
export type Drawing =
  | { readonly kind: 'coverage-over-time'; readonly figures: CoverageFigures }
  | { readonly kind: 'counted-over-time'; readonly figures: CountedFigures }
  | { readonly kind: 'counted-rows'; readonly figures: CountedFigures }
  | { readonly kind: 'time-rows'; readonly figures: TimeFigures }
  | { readonly kind: 'spread-rows'; readonly figures: SpreadFigures }
  | { readonly kind: 'dot-rows'; readonly figures: DotFigures };
