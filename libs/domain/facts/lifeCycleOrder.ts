import type { FactType } from '../events/factSchemas';

/**
 * Where two facts of one trust have the same window, the order in which such things happen: first the register, opening
 * before closing; then the life cycle of an EPR as the fixed formats list it (cases, procurement, award, contract,
 * implementation, plan, postponement, go-live, incident, suspension, resumption, withdrawal); a return comes last,
 * because it says the state at the end of its day. An expiry is of the contract's place; what moves no state comes
 * between implementation and plan, where its place decides nothing.
 */
const ORDER: Partial<Record<FactType, number>> = {
  'TrustRegistered.v1': 0,
  'TrustRenamed.v1': 1,
  'TrustMoved.v1': 2,
  'TrustTypeChanged.v1': 3,
  'TrustObserved.v1': 4,
  'TrustSucceeded.v1': 5,
  'TrustClosed.v1': 6,
  'EprBusinessCaseApproved.v1': 10,
  'EprProcurementStarted.v1': 11,
  'EprContractAwarded.v1': 12,
  'EprContractSigned.v1': 13,
  'EprContractExpired.v1': 13,
  'EprImplementationStarted.v1': 14,
  'EprGoLivePlanned.v1': 16,
  'EprPlanPublished.v1': 16,
  'EprGoLivePostponed.v1': 17,
  'EprWentLive.v1': 18,
  'IncidentReported.v1': 19,
  'EprUseSuspended.v1': 20,
  'EprUseResumed.v1': 21,
  'EprWithdrawn.v1': 22,
  'EprStateReported.v1': 23,
};
const OTHER = 15;

/** The place of a type of fact among facts of the same window; the smaller comes first. */
export function lifeCycleOrder(type: FactType): number {
  return ORDER[type] ?? OTHER;
}
