export { formatDay, parseDay } from './time/day';
export type { Day } from './time/day';
export type { Window } from './time/window';
export type { Occurrence } from './time/occurrence';
export { PRECISIONS } from './time/precision';
export type { Precision } from './time/precision';
export type { DatePrefix } from './time/datePrefix';
export { dateProblem } from './time/dateProblem';
export type { DateProblem } from './time/dateProblem';
export { windowOf } from './time/windowOf';
export { plannedWindow } from './time/plannedWindow';
export { cutToPublic } from './time/cutToPublic';
export { periodWindow } from './time/periodWindow';
export { lastDayOf } from './time/lastDayOf';
export { periodEndOf, periodEnds } from './time/periodEnds';
export type { SeriesStep } from './time/periodEnds';

export { correctionSchemas, eventSchemas, FACT_CORRECTED } from './events/eventSchemas';
export { CORRECTING_TYPES } from './events/marks';
export { factSchemas } from './events/factSchemas';
export type { FactType } from './events/factSchemas';
export { CARE_SETTINGS, TRUST_TYPES } from './events/trustRegister';
export type { CareSetting, TrustRegistered, TrustSucceeded, TrustType } from './events/trustRegister';
export { EPR_STATES, RATINGS } from './events/eprLifeCycle';
export type { EprStateReported, ReportedEprState } from './events/eprLifeCycle';
export { ASSURANCES } from './events/capability';
export type { CapabilityAssessed } from './events/capability';
export { LEDGER_KINDS } from './events/log';
export type { LedgerKind } from './events/log';
export { accessLedger, TOKEN_ROLES } from './events/access';
export type { TokenRole } from './events/access';

export type { FactVersion } from './facts/factVersion';
export { compareFacts } from './facts/compareFacts';
export type { StreamEvent } from './facts/streamEvent';
export { effectiveVersion, lastLink } from './facts/factChain';
export type { FactChain, FactLink, Sight } from './facts/factChain';
export { chainAfter, foldChains } from './facts/foldChains';
export { versionOf } from './facts/versionOf';
export { isFactType } from './facts/isFactType';
export type { FactChains } from './facts/foldChains';
export { effectiveVersions } from './facts/effectiveVersions';
export { asObject, numberMember, objectMember, objectsMember, textMember, textsMember } from './facts/eventMembers';
export type { EventData } from './facts/eventMembers';
export { lifeCycleOrder } from './facts/lifeCycleOrder';

export { NOT_KNOWN } from './rules/levelRule';
export type { LevelRule, Verdict } from './rules/levelRule';
export { effectsOf } from './rules/effectsOf';
export { verdictWhileOpen } from './rules/verdictWhileOpen';
export { profileOf, verdictOn } from './rules/profileOf';
export type { Segment } from './rules/profileOf';
export { levelRule, levelRules } from './rules/levelRules';
export { scopeRule } from './rules/scopeRule';
export { icbRule, nameRule, regionRule, typeRule } from './rules/registerRules';
export { eprStateRule } from './rules/eprStateRule';
export { eprLiveOrImplementingRule, eprLiveRule } from './rules/eprCoverageRule';
export { useRule } from './rules/useRule';
export {
  deploymentPlanRule,
  lateAgainstFirstPlanRule,
  lateAgainstPlanRule,
  lateOn,
  planPublishedRule,
  reportedBy,
} from './rules/planRules';
export { isGoLivePlan, PLAN_TYPES, trustPlansOn } from './rules/trustPlans';
export type { DeploymentPlans } from './rules/trustPlans';
export type { LatenessLevel, PlanBasis, PlanLevel } from './rules/planRules';
export { CONTRACT_TYPES, contractRule } from './rules/contractRule';
export { USE_TYPES } from './rules/useTypes';
export { WHOLE_TRUST } from './rules/trustEpr';

export { figureFrom, figureOf, scopeFigure } from './figures/figureOf';
export type { FigureCount } from './figures/figureOf';
export { reasonFor } from './figures/reasonFor';
export type { Deciding, FigureMetric } from './figures/reasonFor';
export { MOVEMENT_PARTS, SCOPE_CAUSES } from './movement/movementParts';
export type { MovementPartName, ScopeCause } from './movement/movementParts';
export { movementOf } from './movement/movementOf';
export type {
  Movement,
  MovementClues,
  MovementPart,
  MovementPath,
  Reading,
  TrustMove,
  Turn,
} from './movement/movementOf';
export { movementPoints } from './movement/movementPoints';
export type { Points } from './movement/movementPoints';
export { fractionText } from './movement/fraction';
export type { Counting, Counts, Stand } from './movement/stand';

export { eprFactWords, STATE_WORDS } from './epr/eprWords';
export { EPR_TYPES } from './epr/eprTypes';

export type { Decision, DomainEvent, PublicMark, Rejection } from './deciding/decision';
export { REJECTION_RULES } from './deciding/rejectionRules';
export type { RejectionRule, RejectionRuleText } from './deciding/rejectionRules';
export type { DecidingContext } from './deciding/decidingContext';
export type { TrustCommand } from './deciding/decideFact';
export { foldStream } from './deciding/foldStream';
export type { StreamFold } from './deciding/foldStream';
export { KEY_REUSED, repeated } from './deciding/repeated';
export type { Repetition } from './deciding/repeated';
export { codeRefused } from './deciding/codeRefused';
export { controlCharacterIn } from './deciding/controlCharacter';
export { controlCharacterRefused } from './deciding/controlCharacterRefused';
export { decideEprStep } from './epr/decideEprStep';
export { decideRegisterFact } from './register/decideRegisterFact';
export { REGISTER_TYPES } from './register/checkRegisterFact';
export { decideAssessment } from './assessments/decideAssessment';
export { FRAMEWORKS, measureLabel } from './assessments/frameworks';
export type { Framework, Measure } from './assessments/frameworks';
export type { StandardPublished, StandardWithdrawn } from './events/standards';
export type { AgreedFigure, PositionAgreed } from './events/positions';
export { lastQuarterEnd } from './time/lastQuarterEnd';
export { decidePosition } from './positions/decidePosition';
export type { PositionCommand } from './positions/decidePosition';
export { MERGER_POLICIES } from './events/standards';
export type { Condition, StandardDefinition, StandardLevel, StandardRules } from './standards/condition';
export { conditionsFault } from './standards/conditionShape';
export { checkDefinition } from './standards/checkDefinition';
export { decideStandard } from './standards/decideStandard';
export type { StandardCommand } from './standards/decideStandard';
export { SHIPPED } from './standards/shipped';
export type { ShippedStandard } from './standards/shipped';
export { inForceOn, isWithdrawn, publishedVersions, versionAsked } from './standards/inForce';
export type { DefinitionAsked, StandardVersion } from './standards/inForce';
export type { FamilyFact } from './standards/lineage';
export { standardRule } from './standards/standardRule';
export { standingOn } from './standards/standingOn';
export type { ConditionFinding, LineStanding, Standing } from './standards/standingOn';
export { conditionInWords } from './standards/conditionInWords';
export { standingReason } from './standards/standingReason';
export { conditionsOf } from './standards/conditionParts';
export { decideSupport } from './support/decideSupport';
export type { SupportCommand } from './support/decideSupport';
export { changeRefused, decideTargetChange } from './targets/decideTargetChange';
export type { TargetCommand } from './targets/decideTargetChange';
export { decisionOf } from './targets/decisionOf';
export type { InformedBy, TargetDecision } from './targets/decisionOf';
export { neededFor, stillNeeded } from './targets/stillNeeded';
export type { StillNeeded } from './targets/stillNeeded';
export { PROGRAMME_END_METRIC } from './targets/targetSaid';
export type { TargetDate, TargetMemberName, TargetValues, Threshold } from './targets/targetSaid';
export { targetOn, targetStatus } from './targets/targetState';
export type { TargetMember, TargetState, TargetStatus } from './targets/targetState';
export { moveOfDate, targetSteps } from './targets/targetSteps';
export type { TargetMove, TargetStep } from './targets/targetSteps';
export {
  EXTENSION_TYPES,
  PROGRAMME_END_TYPES,
  programmeEndId,
  programmeOfEnd,
  TARGET_TYPES,
} from './targets/targetTypes';
export { caseFindings } from './caseFile/caseFile';
export type { CaseFindings } from './caseFile/caseFile';
export type { CaseMaterial, CaseStatement, CaseTarget, CountedDays, Finding } from './caseFile/caseMaterial';
export type { Gap } from './caseFile/gaps';
export { metricWords } from './caseFile/metricWords';
export { decideCorrection } from './marks/decideCorrection';
export type { Correction } from './marks/decideCorrection';
export { decideRetraction } from './marks/decideRetraction';
export { decideReinstatement } from './marks/decideReinstatement';
export type { Replacement } from './marks/replacement';
export { decideDispute } from './marks/decideDispute';
export type { Dispute } from './marks/decideDispute';
export { decideDisputeResolution } from './marks/decideDisputeResolution';
export type { DisputeResolution } from './marks/decideDisputeResolution';
export { decideEvidence } from './marks/decideEvidence';
export type { Evidence } from './marks/decideEvidence';

export { countOf } from './words/countOf';
export { dateInWords } from './words/dateInWords';
export type { DatedText } from './words/dateInWords';
export { dayInWords, MONTHS, partsOfDay } from './words/dayInWords';
export { dayRangeInWords } from './words/dayRangeInWords';
export { numberInWords } from './words/numberInWords';
export { percentInWords } from './words/percentInWords';
export { periodInWords } from './words/periodInWords';
export { poundsInWords } from './words/poundsInWords';
export { afterNoun, prefixedDate } from './words/prefixedDate';
