export type { Moment } from './moment';
export type {
  AssessmentChange,
  AssessmentPair,
  AssessmentScore,
  AssessmentView,
  DeploymentView,
  EprStateView,
  FactHistoryItem,
  FactView,
  Figure,
  FigureAnswer,
  FigureGroup,
  FigureMember,
  FigureMetric,
  GoLivesFilter,
  GoLiveView,
  AgainstPlan,
  GroupBy,
  IcbView,
  Known,
  Page,
  Questions,
  ReturnLevel,
  ReturnsOverdue,
  ScopeLevel,
  SeriesPoint,
  TrustFilter,
  TrustGoLives,
  TrustOrder,
  TrustPage,
  TrustRow,
  TrustView,
  ViewState,
  ViewStatus,
} from './questions';
export { changeInAssessments } from './assessments/changeInAssessments';
export type {
  CareSettingChange,
  ChangeInAssessments,
  RisesAndFalls,
  ScoreSpread,
} from './assessments/changeInAssessments';
export { besideClaim } from './claims/besideClaim';
export type {
  BesideClaim,
  CheckedDenominator,
  CheckedNumerator,
  ClaimedDays,
  CountedSpan,
  EarlierCount,
} from './claims/besideClaim';
export { canCount } from './claims/countedSpans';
export { countedSteps } from './claims/countedSteps';
export type { CountedStep, StepTrust } from './claims/countedSteps';
export { DIFFERING } from './movement/differences';
export type { DifferenceCause, Differing, TrustDifference } from './movement/differences';
export { mustBeComparable } from './movement/comparable';
export type {
  MovedTrust,
  MovementAnswer,
  MovementAsked,
  MovementGroup,
  MovementPartView,
  MovementView,
} from './movement/movementAnswer';
export { caseFileAt, extendedTargets } from './targets/caseFile';
export type { BeforeAndAfter, CaseFile, ChronologyItem, ClaimBeside, GapView } from './targets/caseFile';
export type { InformedStates, InformedTrust } from './targets/informedStates';
export { sizeHeldBy } from './targets/sizeHeldBy';
export type { SizeAt } from './targets/sizeHeldBy';
export { targetAt, targetsAt } from './targets/targetView';
export type { TargetFigure, TargetView } from './targets/targetView';
export { changedSince, positionAt, positionsAt } from './positions/positionView';
export type { ChangedSince, FigureAgreed, PositionView } from './positions/positionView';
export type { StandardView } from './standards/publishedStandards';
export type { StandardFigure, StandardMember } from './standards/standardFigures';
export type { StandardQuestions, TrustStanding } from './standards/standardQuestions';
export type { ReplayFigure, ReplayMove, ReplayStep } from './replay/replayAnswer';
export { REPLAY_ALONG, REPLAY_EVERY, stepsByDay, stepsByEntry, stepsByRecordedDay } from './replay/replaySteps';
export type { ReplayAlong, ReplayEvery, ReplaySteps } from './replay/replaySteps';
export type { ViewQuestions } from './viewQuestions';
export { LedgerContext } from './ledgerContext';
export type { Startup } from './startup';
export type { MomentAnswer } from './momentAnswer';
export { resolveMoment, resolveRecord } from './resolveMoment';
export type { AskedMoment, ResolvedMoment, ResolvedRecord } from './resolveMoment';
export type { EntrySource } from './reading/entrySource';
export { ViewsWriter } from './writer/viewsWriter';
export type { ViewsWriterOptions } from './writer/viewsWriter';
export type { Checkpoint } from './tables/checkpoints';
export { ViewsReader } from './reader/viewsReader';
export { ViewsBehind } from './reader/viewsBehind';
export { ViewsMissing } from './reader/viewsMissing';
export { buildViews } from './rebuild/buildViews';
export type { BuiltViews, BuildOptions } from './rebuild/buildViews';
export { rebuildViews } from './rebuild/rebuildViews';
