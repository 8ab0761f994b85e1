import type { ReportedEprState } from '../events/eprLifeCycle';

/** The steps of the life cycle, first to last; suspended and withdrawn are no steps but ways back. */
const LADDER: Partial<Record<ReportedEprState, number>> = {
  none: 0,
  outline_case: 1,
  procuring: 2,
  full_case: 3,
  contracted: 4,
  implementing: 5,
  live_partial: 6,
  live: 7,
};

/** Place of a state on the ladder from `none` (0) to `live` (7); undefined for suspended and withdrawn. */
export const ladderRank = (state: ReportedEprState): number | undefined => LADDER[state];
