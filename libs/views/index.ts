export type { Moment } from './moment';
export type {
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
  GroupBy,
  IcbView,
  Known,
  Page,
  Questions,
  ScopeLevel,
  SeriesPoint,
  TrustFilter,
  TrustRow,
  TrustView,
  ViewState,
  ViewStatus,
} from './questions';
export { LedgerContext } from './ledgerContext';
export type { Startup } from './startup';
export type { MomentAnswer } from './momentAnswer';
export { resolveMoment } from './resolveMoment';
export type { AskedMoment, ResolvedMoment } from './resolveMoment';
