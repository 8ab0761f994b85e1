import { FindGoLives, FindGoLivesHandler } from '../goLives/findGoLives';
import { ReadAssessmentChange, ReadAssessmentChangeHandler } from '../assessments/readAssessmentChange';
import { FindIcbs, FindIcbsHandler } from '../catalogue/findIcbs';
import { AttachEvidence, AttachEvidenceHandler } from '../commands/attachEvidence';
import { ChangeTarget, ChangeTargetHandler } from '../commands/changeTarget';
import { CorrectFact, CorrectFactHandler } from '../commands/correctFact';
import { DisputeFact, DisputeFactHandler } from '../commands/disputeFact';
import { RecordTrustFact, RecordTrustFactHandler } from '../commands/recordTrustFact';
import { ReinstateFact, ReinstateFactHandler } from '../commands/reinstateFact';
import { ResolveDispute, ResolveDisputeHandler } from '../commands/resolveDispute';
import { RetractFact, RetractFactHandler } from '../commands/retractFact';
import { ReadEntries, ReadEntriesHandler } from '../entries/readEntries';
import { ReadFact, ReadFactHandler } from '../facts/readFact';
import { ReadFigure, ReadFigureHandler } from '../figures/readFigure';
import { ReadMembers, ReadMembersHandler } from '../figures/readMembers';
import { ReadSeries, ReadSeriesHandler } from '../figures/readSeries';
import { ImportFile, ImportFileHandler } from '../imports/importFile';
import { AgreePosition, AgreePositionHandler } from '../commands/agreePosition';
import { FindPositions, FindPositionsHandler } from '../positions/findPositions';
import { ReadPosition, ReadPositionHandler } from '../positions/readPosition';
import { FindReturnsOverdue, FindReturnsOverdueHandler } from '../returns/findReturnsOverdue';
import { StartRebuild, StartRebuildHandler } from '../rebuilds/startRebuild';
import { ReadComparison, ReadComparisonHandler } from '../movement/readComparison';
import { ReadMovedTrusts, ReadMovedTrustsHandler } from '../movement/readMovedTrusts';
import { ReadMovement, ReadMovementHandler } from '../movement/readMovement';
import { RecordStandard, RecordStandardHandler } from '../commands/recordStandard';
import { FindStandards, FindStandardsHandler } from '../standards/findStandards';
import {
  ReadStandardFigure,
  ReadStandardFigureHandler,
  ReadStandardMembers,
  ReadStandardMembersHandler,
  ReadStandardSeries,
  ReadStandardSeriesHandler,
} from '../standards/readStandardFigure';
import { ReadStanding, ReadStandingHandler } from '../standards/readStanding';
import { ReadReplay, ReadReplayHandler } from '../replay/readReplay';
import { FindStatements, FindStatementsHandler } from '../statements/findStatements';
import { ReadStatement, ReadStatementHandler } from '../statements/readStatement';
import { FindTargets, FindTargetsHandler } from '../targets/findTargets';
import { ReadCaseFile, ReadCaseFileHandler } from '../targets/readCaseFile';
import { ReadTarget, ReadTargetHandler } from '../targets/readTarget';
import { IssueToken, IssueTokenHandler } from '../tokens/issueToken';
import { RevokeToken, RevokeTokenHandler } from '../tokens/revokeToken';
import { FindTrusts, FindTrustsHandler } from '../trusts/findTrusts';
import { ReadAssessments, ReadAssessmentsHandler } from '../trusts/readAssessments';
import { ReadHistory, ReadHistoryHandler } from '../trusts/readHistory';
import { ReadTimeline, ReadTimelineHandler } from '../trusts/readTimeline';
import { ReadTrust, ReadTrustHandler } from '../trusts/readTrust';

/** Every message that the buses carry, and who handles it; each has exactly one handler, which is checked at the start. */

export const COMMANDS = [
  RecordStandard,
  RecordTrustFact,
  CorrectFact,
  RetractFact,
  ReinstateFact,
  DisputeFact,
  ResolveDispute,
  AttachEvidence,
  ChangeTarget,
  AgreePosition,
  IssueToken,
  RevokeToken,
  ImportFile,
  StartRebuild,
];
export const COMMAND_HANDLERS = [
  RecordStandardHandler,
  RecordTrustFactHandler,
  CorrectFactHandler,
  RetractFactHandler,
  ReinstateFactHandler,
  DisputeFactHandler,
  ResolveDisputeHandler,
  AttachEvidenceHandler,
  ChangeTargetHandler,
  AgreePositionHandler,
  IssueTokenHandler,
  RevokeTokenHandler,
  ImportFileHandler,
  StartRebuildHandler,
];
export const QUERIES = [
  FindStandards,
  ReadStanding,
  ReadStandardFigure,
  ReadStandardMembers,
  ReadStandardSeries,
  FindTrusts,
  ReadTrust,
  ReadTimeline,
  ReadAssessments,
  ReadAssessmentChange,
  ReadHistory,
  ReadFact,
  ReadFigure,
  ReadMembers,
  ReadSeries,
  ReadMovement,
  ReadMovedTrusts,
  ReadComparison,
  ReadReplay,
  ReadEntries,
  FindGoLives,
  FindIcbs,
  FindStatements,
  ReadStatement,
  FindTargets,
  ReadTarget,
  ReadCaseFile,
  FindPositions,
  ReadPosition,
  FindReturnsOverdue,
];
export const QUERY_HANDLERS = [
  FindStandardsHandler,
  ReadStandingHandler,
  ReadStandardFigureHandler,
  ReadStandardMembersHandler,
  ReadStandardSeriesHandler,
  FindTrustsHandler,
  ReadTrustHandler,
  ReadTimelineHandler,
  ReadAssessmentsHandler,
  ReadAssessmentChangeHandler,
  ReadHistoryHandler,
  ReadFactHandler,
  ReadFigureHandler,
  ReadMembersHandler,
  ReadSeriesHandler,
  ReadMovementHandler,
  ReadMovedTrustsHandler,
  ReadComparisonHandler,
  ReadReplayHandler,
  ReadEntriesHandler,
  FindGoLivesHandler,
  FindIcbsHandler,
  FindStatementsHandler,
  ReadStatementHandler,
  FindTargetsHandler,
  ReadTargetHandler,
  ReadCaseFileHandler,
  FindPositionsHandler,
  ReadPositionHandler,
  FindReturnsOverdueHandler,
];
