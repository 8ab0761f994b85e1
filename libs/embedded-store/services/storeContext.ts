import type { FaultPlan } from '../faults/faultPlan';
import type { EventLog } from '../log/eventLog';
import type { GroupCommit } from '../log/groupCommit';
import type { OpenCalls } from './openCalls';

/** What the services share. */
export interface StoreContext {
  readonly log: EventLog;
  readonly commits: GroupCommit;
  readonly calls: OpenCalls;
  readonly faults: FaultPlan;
}
