import type { ReportedEprState } from '../events/eprLifeCycle';
import type { DeploymentUse, TrustEpr } from './trustEpr';

/** How far a deployment's state lets the trust count as having got; a suspended system is further than one being put in. */
const FURTHEST: Readonly<Record<ReportedEprState, number>> = {
  live: 9,
  live_partial: 8,
  suspended: 7,
  implementing: 6,
  contracted: 5,
  full_case: 4,
  procuring: 3,
  outline_case: 2,
  withdrawn: 1,
  none: 0,
};

/** The deployment that got furthest; of several, the one that has been there longest. */
export function furthestOf({ uses }: TrustEpr): DeploymentUse | undefined {
  let furthest: DeploymentUse | undefined;
  for (const use of uses) if (!furthest || FURTHEST[use.level] > FURTHEST[furthest.level]) furthest = use;
  return furthest;
}
