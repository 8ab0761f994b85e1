import type { FactType } from '../events/factSchemas';

/** The types of fact about a trust's EPR: its life cycle, plans, returns, ratings and incidents. */
export const EPR_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  'EprBusinessCaseApproved.v1',
  'EprProcurementStarted.v1',
  'EprContractAwarded.v1',
  'EprContractSigned.v1',
  'EprContractExpired.v1',
  'EprImplementationStarted.v1',
  'EprPlanPublished.v1',
  'EprGoLivePlanned.v1',
  'EprGoLivePostponed.v1',
  'EprWentLive.v1',
  'EprUseSuspended.v1',
  'EprUseResumed.v1',
  'EprWithdrawn.v1',
  'EprStateReported.v1',
  'EprProgrammeRated.v1',
  'IncidentReported.v1',
]);
