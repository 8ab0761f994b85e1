import { Body, Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { FactPath } from '../facts/factPath';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import type { OperationParts } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { FACT_WRITES } from './factWrites';
import { CorrectionBody, DisputeBody, EvidenceBody, ReplacementBody, ResolutionBody } from './markBodies';
import { RecordingController } from './recordingController';

const recording = (summary: string, ...problems: string[]): OperationParts => ({
  summary,
  answers: { 201: RecordedAnswer },
  problems: ['unknown-fact', ...problems],
  records: true,
});

/** Records what is said about a fact afterwards. Nothing is ever edited or deleted. */
@Controller('api/v1/facts/:factId')
export class MarksController extends RecordingController {
  protected override readonly concernsFact = true;

  @Post('correction')
  @Allows(FACT_WRITES.correction.action)
  @Operation(
    recording(
      'Correct a fact: its complete data again',
      'version-not-effective',
      'fact-retracted',
      'nothing-corrected',
    ),
  )
  correct(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() body: CorrectionBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(FACT_WRITES.correction, factId, body, request, response);
  }

  @Post('retraction')
  @Allows(FACT_WRITES.retraction.action)
  @Operation(recording('Take a fact back', 'version-not-effective', 'fact-retracted'))
  retract(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() body: ReplacementBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(FACT_WRITES.retraction, factId, body, request, response);
  }

  @Post('reinstatement')
  @Allows(FACT_WRITES.reinstatement.action)
  @Operation(recording('Bring a retracted fact back as it was', 'version-not-effective', 'fact-not-retracted'))
  reinstate(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() body: ReplacementBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(FACT_WRITES.reinstatement, factId, body, request, response);
  }

  @Post('dispute')
  @Allows(FACT_WRITES.dispute.action)
  @Operation(recording('Dispute a fact', 'fact-retracted'))
  dispute(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() body: DisputeBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(FACT_WRITES.dispute, factId, body, request, response);
  }

  @Post('resolution')
  @Allows(FACT_WRITES.resolution.action)
  @Operation(recording('Resolve a dispute', 'unknown-dispute', 'dispute-already-resolved'))
  resolve(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() body: ResolutionBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(FACT_WRITES.resolution, factId, body, request, response);
  }

  @Post('evidence')
  @Allows(FACT_WRITES.evidence.action)
  @Operation(recording('Attach evidence to a fact, by the hashes of documents'))
  attach(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() body: EvidenceBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(FACT_WRITES.evidence, factId, body, request, response);
  }
}
