import type { FactType } from '../events/factSchemas';

/** The types of fact that move the use of a deployment. Awards, expiries, plans, ratings and incidents do not. */
export const USE_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  'EprBusinessCaseApproved.v1',
  'EprProcurementStarted.v1',
  'EprContractSigned.v1',
  'EprImplementationStarted.v1',
  'EprWentLive.v1',
  'EprUseSuspended.v1',
  'EprUseResumed.v1',
  'EprWithdrawn.v1',
  'EprStateReported.v1',
]);
