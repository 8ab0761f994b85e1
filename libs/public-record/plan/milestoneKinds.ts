import type { FactType } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';

/** What a milestone row becomes. */
export interface MilestoneKind {
  readonly type: FactType;
  /** Members that the kind says by itself. */
  readonly members?: JsonObject;
  /** Whether it names a day planned for: a plan must, a postponement may, nothing else can. */
  readonly planned?: 'must' | 'may';
}

/** By the word in the column `milestone`: the ten of the public record first, then the other steps of an EPR's life. */
export const MILESTONE_KINDS = {
  go_live: { type: 'EprWentLive.v1' },
  go_live_planned: { type: 'EprGoLivePlanned.v1', planned: 'must' },
  go_live_postponed: { type: 'EprGoLivePostponed.v1', planned: 'may' },
  contract_announced: { type: 'EprContractAwarded.v1', members: { stage: 'announced' } },
  contract_awarded: { type: 'EprContractAwarded.v1', members: { stage: 'awarded' } },
  contract_signed: { type: 'EprContractSigned.v1' },
  plan_shared: { type: 'EprPlanPublished.v1' },
  programme_rag_changed: { type: 'EprProgrammeRated.v1' },
  critical_incident: { type: 'IncidentReported.v1', members: { severity: 'critical' } },
  system_use_suspended: { type: 'EprUseSuspended.v1' },
  system_use_resumed: { type: 'EprUseResumed.v1' },
  strategic_outline_case_approved: { type: 'EprBusinessCaseApproved.v1', members: { stage: 'strategic_outline' } },
  outline_case_approved: { type: 'EprBusinessCaseApproved.v1', members: { stage: 'outline' } },
  full_case_approved: { type: 'EprBusinessCaseApproved.v1', members: { stage: 'full' } },
  procurement_started: { type: 'EprProcurementStarted.v1' },
  implementation_started: { type: 'EprImplementationStarted.v1' },
  contract_expired: { type: 'EprContractExpired.v1' },
  withdrawn: { type: 'EprWithdrawn.v1' },
} as const satisfies Record<string, MilestoneKind>;
export type MilestoneWord = keyof typeof MILESTONE_KINDS;
