import { Body, Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import type { OperationParts } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { TrustPath } from '../trusts/trustPath';
import { AssessmentBody, MilestoneBody, PlanBody, StateBody, SupportBody } from './reportBodies';
import { RecordingController } from './recordingController';
import { TRUST_WRITES } from './trustWrites';

const recording = (summary: string, ...problems: string[]): OperationParts => ({
  summary,
  answers: { 201: RecordedAnswer },
  problems: ['unknown-trust', 'no-such-date', 'precision-contradicts-date', 'fact-already-recorded', ...problems],
  records: true,
});

/** Records what is new about a trust. */
@Controller('api/v1/trusts/:ods')
export class ReportsController extends RecordingController {
  @Post('milestones')
  @Allows(TRUST_WRITES.milestones.action)
  @Operation(
    recording('Record a milestone of an EPR', 'epr-step-contradicts', 'epr-step-needs-reason', 'happened-after-today'),
  )
  milestone(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() body: MilestoneBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(TRUST_WRITES.milestones, ods, body, request, response);
  }

  @Post('plans')
  @Allows(TRUST_WRITES.plans.action)
  @Operation(recording('Record when an EPR is planned to go live, or that this was postponed'))
  plan(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() body: PlanBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(TRUST_WRITES.plans, ods, body, request, response);
  }

  @Post('states')
  @Allows(TRUST_WRITES.states.action)
  @Operation(recording('Record a return: the state of an EPR as at a day', 'happened-after-today'))
  state(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() body: StateBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(TRUST_WRITES.states, ods, body, request, response);
  }

  @Post('assessments')
  @Allows(TRUST_WRITES.assessments.action)
  @Operation(recording('Record an assessment of a care setting', 'assessment-already-recorded', 'score-out-of-range'))
  assessment(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() body: AssessmentBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(TRUST_WRITES.assessments, ods, body, request, response);
  }

  @Post('support')
  @Allows(TRUST_WRITES.support.action)
  @Operation(recording('Record support that was agreed, or that ended', 'support-incomplete'))
  support(
    @Param() { ods }: TrustPath,
    @Query() _query: NoQuery,
    @Body() body: SupportBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(TRUST_WRITES.support, ods, body, request, response);
  }
}
