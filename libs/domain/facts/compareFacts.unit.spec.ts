import type { FactType } from '../events/factSchemas';
import { compareFacts } from './compareFacts';
import type { FactVersion } from './factVersion';

const fact = (sequence: number, type: FactType, earliest: number, latest: number): FactVersion => ({
  sequence,
  fact: String(sequence),
  type,
  window: { earliest, latest },
  publicOn: 0,
  data: {},
});

it('orders by latest day, earliest day, life cycle, entry', () => {
  const inOrder = [
    fact(9, 'EprWentLive.v1', -Infinity, 10),
    fact(8, 'EprWentLive.v1', 5, 10),
    fact(7, 'EprBusinessCaseApproved.v1', 10, 10),
    fact(6, 'EprProcurementStarted.v1', 10, 10),
    fact(5, 'EprContractAwarded.v1', 10, 10),
    fact(3, 'EprContractExpired.v1', 10, 10),
    fact(4, 'EprContractSigned.v1', 10, 10),
    fact(2, 'EprImplementationStarted.v1', 10, 10),
    fact(12, 'EprGoLivePlanned.v1', 10, 10),
    fact(11, 'EprGoLivePostponed.v1', 10, 10),
    fact(1, 'EprWentLive.v1', 10, 10),
    fact(10, 'IncidentReported.v1', 10, 10),
    fact(13, 'EprUseSuspended.v1', 10, 10),
    fact(0, 'EprUseResumed.v1', 10, 10),
    fact(15, 'EprWithdrawn.v1', 10, 10),
    fact(14, 'EprStateReported.v1', 10, 10),
    fact(16, 'TrustRegistered.v1', 11, 11),
    fact(17, 'EprWentLive.v1', -Infinity, Infinity),
  ];
  expect([...inOrder].reverse().sort(compareFacts)).toEqual(inOrder);
});
