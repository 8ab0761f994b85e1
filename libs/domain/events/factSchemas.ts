import type { TSchema } from '@sinclair/typebox';
import * as capability from './capability';
import * as epr from './eprLifeCycle';
import * as icbs from './icbs';
import * as positions from './positions';
import * as programme from './programme';
import * as standards from './standards';
import * as statements from './statements';
import * as register from './trustRegister';

/** Facts: events of the world. Stored type with its version → schema of its data. */
export const factSchemas = {
  'TrustRegistered.v1': register.TrustRegistered,
  'TrustRenamed.v1': register.TrustRenamed,
  'TrustMoved.v1': register.TrustMoved,
  'TrustTypeChanged.v1': register.TrustTypeChanged,
  'CareSettingsProvided.v1': register.CareSettingsProvided,
  'TrustObserved.v1': register.TrustObserved,
  'TrustClosed.v1': register.TrustClosed,
  'TrustSucceeded.v1': register.TrustSucceeded,
  'ServicesTransferred.v1': register.ServicesTransferred,
  'IcbOpened.v1': icbs.IcbOpened,
  'IcbRenamed.v1': icbs.IcbRenamed,
  'IcbClosed.v1': icbs.IcbClosed,
  'IcbSucceeded.v1': icbs.IcbSucceeded,
  'EprBusinessCaseApproved.v1': epr.EprBusinessCaseApproved,
  'EprProcurementStarted.v1': epr.EprProcurementStarted,
  'EprContractAwarded.v1': epr.EprContractAwarded,
  'EprContractSigned.v1': epr.EprContractSigned,
  'EprContractExpired.v1': epr.EprContractExpired,
  'EprImplementationStarted.v1': epr.EprImplementationStarted,
  'EprPlanPublished.v1': epr.EprPlanPublished,
  'EprGoLivePlanned.v1': epr.EprGoLivePlanned,
  'EprGoLivePostponed.v1': epr.EprGoLivePostponed,
  'EprWentLive.v1': epr.EprWentLive,
  'EprUseSuspended.v1': epr.EprUseSuspended,
  'EprUseResumed.v1': epr.EprUseResumed,
  'EprWithdrawn.v1': epr.EprWithdrawn,
  'EprStateReported.v1': epr.EprStateReported,
  'EprProgrammeRated.v1': epr.EprProgrammeRated,
  'IncidentReported.v1': epr.IncidentReported,
  'SharedEprFormed.v1': epr.SharedEprFormed,
  'SharedEprJoined.v1': epr.SharedEprJoined,
  'SharedEprLeft.v1': epr.SharedEprLeft,
  'CapabilityAssessed.v1': capability.CapabilityAssessed,
  'SupportAgreed.v1': capability.SupportAgreed,
  'SupportEnded.v1': capability.SupportEnded,
  'ProgrammeLaunched.v1': programme.ProgrammeLaunched,
  'ProgrammeEndRevised.v1': programme.ProgrammeEndRevised,
  'FundingRevised.v1': programme.FundingRevised,
  'RatingPublished.v1': programme.RatingPublished,
  'ProgrammeSucceeded.v1': programme.ProgrammeSucceeded,
  'TargetSet.v1': programme.TargetSet,
  'TargetReworded.v1': programme.TargetReworded,
  'ThresholdChanged.v1': programme.ThresholdChanged,
  'DeadlineExtended.v1': programme.DeadlineExtended,
  'TargetWithdrawn.v1': programme.TargetWithdrawn,
  'StandardPublished.v1': standards.StandardPublished,
  'StandardWithdrawn.v1': standards.StandardWithdrawn,
  'PositionAgreed.v1': positions.PositionAgreed,
  'StatementPublished.v1': statements.StatementPublished,
  'SourceDeclared.v1': statements.SourceDeclared,
  'SourceCompleteTo.v1': statements.SourceCompleteTo,
} satisfies Record<string, TSchema>;

/** The stored type of a fact, `EprWentLive.v1`. */
export type FactType = keyof typeof factSchemas;
