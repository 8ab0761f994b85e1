import { Body, Controller, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Command, CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import type { JsonObject } from '@milepost/event-store';
import { LedgerContext } from '@milepost/views';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { FactPath } from '../facts/factPath';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import type { OperationParts } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import type { Recorded } from '../recording/recorder';
import { requestFacts } from '../recording/requestFacts';
import { AttachEvidence } from './attachEvidence';
import { CorrectFact } from './correctFact';
import { DisputeFact } from './disputeFact';
import { CorrectionBody, DisputeBody, EvidenceBody, ReplacementBody, ResolutionBody } from './markBodies';
import { ReinstateFact } from './reinstateFact';
import { ResolveDispute } from './resolveDispute';
import { RetractFact } from './retractFact';
import { sendRecorded } from './sendRecorded';

const recording = (summary: string, ...problems: string[]): OperationParts => ({
  summary,
  answers: { 201: RecordedAnswer },
  problems: ['unknown-fact', ...problems],
  records: true,
});

/** Records what is said about a fact afterwards. Nothing is ever edited or deleted. */
@Controller('api/v1/facts/:factId')
export class MarksController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Post('correction')
  @Allows('correct')
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
    const { replaces, reason, data, reportedOn } = body;
    const facts = requestFacts(request);
    return this.send(
      factId,
      response,
      new CorrectFact(factId, replaces, reason, data as JsonObject, reportedOn, facts),
    );
  }

  @Post('retraction')
  @Allows('correct')
  @Operation(recording('Take a fact back', 'version-not-effective', 'fact-retracted'))
  retract(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() { replaces, reason, reportedOn }: ReplacementBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(factId, response, new RetractFact(factId, replaces, reason, reportedOn, requestFacts(request)));
  }

  @Post('reinstatement')
  @Allows('correct')
  @Operation(recording('Bring a retracted fact back as it was', 'version-not-effective', 'fact-not-retracted'))
  reinstate(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() { replaces, reason, reportedOn }: ReplacementBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(factId, response, new ReinstateFact(factId, replaces, reason, reportedOn, requestFacts(request)));
  }

  @Post('dispute')
  @Allows('dispute')
  @Operation(recording('Dispute a fact', 'fact-retracted'))
  dispute(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() { grounds, reportedOn }: DisputeBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(factId, response, new DisputeFact(factId, grounds, reportedOn, requestFacts(request)));
  }

  @Post('resolution')
  @Allows('resolve-dispute')
  @Operation(recording('Resolve a dispute', 'unknown-dispute', 'dispute-already-resolved'))
  resolve(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() { dispute, outcome, reportedOn }: ResolutionBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(factId, response, new ResolveDispute(factId, dispute, outcome, reportedOn, requestFacts(request)));
  }

  @Post('evidence')
  @Allows('attach-evidence')
  @Operation(recording('Attach evidence to a fact, by the hashes of documents'))
  attach(
    @Param() { factId }: FactPath,
    @Query() _query: NoQuery,
    @Body() { documents, answers, reportedOn }: EvidenceBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const evidence = documents.map(({ sha256, bytes, mediaType }) => ({ sha256, bytes, mediaType }));
    const facts = requestFacts(request);
    return this.send(factId, response, new AttachEvidence(factId, evidence, answers, reportedOn, facts));
  }

  private async send(fact: string, response: Response, command: Command<Recorded>) {
    const recorded = await this.commands.execute(command);
    const { ledger, basePath } = this.context;
    return sendRecorded({ ledger, basePath, response }, fact, recorded);
  }
}
