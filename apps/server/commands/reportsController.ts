import { Body, Controller, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import type { FactType } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { LedgerContext } from '@milepost/views';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import type { OperationParts } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { requestFacts } from '../recording/requestFacts';
import { TrustPath } from '../trusts/trustPath';
import { RecordTrustFact } from './recordTrustFact';
import { AssessmentBody, MilestoneBody, PlanBody, StateBody, SupportBody } from './reportBodies';
import type { ReportBody } from './reportBodies';
import { sendRecorded } from './sendRecorded';

const recording = (summary: string, ...problems: string[]): OperationParts => ({
  summary,
  answers: { 201: RecordedAnswer },
  problems: ['unknown-trust', 'no-such-date', 'precision-contradicts-date', 'fact-already-recorded', ...problems],
  records: true,
});

/** Records what is new about a trust. */
@Controller('api/v1/trusts/:ods')
export class ReportsController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Post('milestones')
  @Allows('report')
  @Operation(
    recording('Record a milestone of an EPR', 'epr-step-contradicts', 'epr-step-needs-reason', 'happened-after-today'),
  )
  milestone(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() { type, ...report }: MilestoneBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(ods, `${type}.v1`, report, request, response);
  }

  @Post('plans')
  @Allows('report')
  @Operation(recording('Record when an EPR is planned to go live, or that this was postponed'))
  plan(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() { type, ...report }: PlanBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(ods, `${type}.v1`, report, request, response);
  }

  @Post('states')
  @Allows('report')
  @Operation(recording('Record a return: the state of an EPR as at a day', 'happened-after-today'))
  state(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() report: StateBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(ods, 'EprStateReported.v1', report, request, response);
  }

  @Post('assessments')
  @Allows('assess')
  @Operation(recording('Record an assessment of a care setting', 'assessment-already-recorded', 'score-out-of-range'))
  assessment(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() report: AssessmentBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(ods, 'CapabilityAssessed.v1', report, request, response);
  }

  @Post('support')
  @Allows('agree-support')
  @Operation(recording('Record support that was agreed, or that ended', 'support-incomplete'))
  support(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() { type, ...report }: SupportBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(ods, `${type}.v1`, report, request, response);
  }

  private async record(
    ods: string,
    type: FactType,
    { reportedOn, ...data }: ReportBody,
    request: MilepostRequest,
    response: Response,
  ) {
    const command = new RecordTrustFact(ods, type, plain(data), reportedOn, requestFacts(request));
    const recorded = await this.commands.execute(command);
    const { ledger, basePath } = this.context;
    return sendRecorded({ ledger, basePath, response }, undefined, recorded);
  }
}

/** The body as data of an event: no classes, and no member that was not sent. */
function plain(data: object): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}
