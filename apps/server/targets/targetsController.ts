import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import { eprLiveOrImplementingRule, eprLiveRule, eprStateRule, scopeRule } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { LedgerContext, resolveMoment } from '@milepost/views';
import type { TargetView } from '@milepost/views';
import { CaseFileAnswer, caseFileAnswer, requestsTable } from '../answers/caseFileAnswer';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { Members } from '../answers/schemaParts';
import { TargetAnswer, targetAnswer, targetsTable } from '../answers/targetAnswer';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { ChangeTarget } from '../commands/changeTarget';
import { RecordingController } from '../commands/recordingController';
import { TargetChangeBody } from '../commands/targetChangeBody';
import { Answer } from '../http/answer';
import { MomentQuery, NoQuery, PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { noSuch } from '../http/requestProblems';
import { requestFacts } from '../recording/requestFacts';
import { FindTargets } from './findTargets';
import { ReadCaseFile } from './readCaseFile';
import { ReadTarget } from './readTarget';
import { TargetPath } from './targetPath';

/** By what a target's figure is counted, and the states in a case file. */
const DEFINITIONS = [scopeRule, eprLiveRule, eprLiveOrImplementingRule].map(({ id }) => id);
const OF_CASES = [...DEFINITIONS, eprStateRule.id];

/** Targets and their deadlines, what became of them, and the case file of an extension. */
@Controller('api/v1/targets')
export class TargetsController extends RecordingController {
  constructor(
    @Inject(LedgerContext) context: LedgerContext,
    @Inject(CommandBus) commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {
    super(context, commands);
  }

  @Get()
  @Allows('read')
  @Operation({
    summary: 'Targets and ends of programmes, each with its history and what is still needed',
    answers: { 200: ListOf(TargetAnswer) },
    table: true,
  })
  async list(@Query() query: PagedQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, REGISTER_AND_EPR);
    const all = await this.queries.execute(new FindTargets(asked.resolved.moment));
    return listAnswer(asked, this.context.basePath, {
      items: all.slice(asked.offset, asked.offset + asked.limit).map(targetAnswer),
      total: all.length,
      definitions: definitionsOf(all),
      table: targetsTable,
    });
  }

  @Get(':id')
  @Allows('read')
  @Operation({
    summary: 'A target: wording, share and date on the day, every change of them, and what is still needed',
    answers: { 200: Members({ moment: MomentSchema, target: TargetAnswer }) },
    problems: ['unknown-target'],
    table: true,
  })
  async read(@Param() { id }: TargetPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    const found = await this.queries.execute(new ReadTarget(resolved.moment, id));
    if (found === undefined) throw noSuch('target', id, 'GET /api/v1/targets lists them.');
    const target = targetAnswer(found);
    return new Answer({
      body: { moment: resolved.answer(definitionsOf([found])), target },
      moment: resolved,
      table: targetsTable([target]),
    });
  }

  @Get(':id/case-file')
  @Allows('read')
  @Operation({
    summary: 'The case file of an extension; as a table, the requests that would settle what is not known',
    answers: { 200: Members({ moment: MomentSchema, caseFile: CaseFileAnswer }) },
    problems: ['no-case-file'],
    table: true,
  })
  async caseFile(@Param() { id }: TargetPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    const found = await this.queries.execute(new ReadCaseFile(resolved.moment, id));
    if (found === undefined) throw noCaseFile(id);
    const caseFile = caseFileAnswer(found);
    return new Answer({
      body: { moment: resolved.answer(OF_CASES), caseFile },
      moment: resolved,
      table: requestsTable(caseFile.notKnown),
    });
  }

  @Post(':id/changes')
  @Allows('change-target')
  @Operation({
    summary: "Set, reword, move or withdraw a target, or revise a programme's end",
    answers: { 201: RecordedAnswer },
    problems: [
      ...['unknown-target', 'target-already-set', 'target-withdrawn', 'target-is-programme-end'],
      ...['target-is-no-programme-end', 'change-without-authority', 'change-without-reasons'],
      ...['threshold-out-of-range', 'threshold-ends-crossed', 'target-change-moves-nothing'],
      ...['extension-without-date', 'extension-not-later', 'deadline-before-decision', 'decided-after-announced'],
      ...['no-such-date', 'precision-contradicts-date', 'happened-after-today', 'fact-already-recorded'],
    ],
    records: true,
  })
  change(
    @Param() { id }: TargetPath,
    @Query() _query: NoQuery,
    @Body() { type, reportedOn, ...data }: TargetChangeBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const command = new ChangeTarget(id, `${type}.v1`, data, reportedOn, requestFacts(request));
    return this.send(command, response);
  }
}

/** With the versions of standards that counted for a target. */
function definitionsOf(targets: readonly TargetView[]): readonly string[] {
  const standards = targets.flatMap(({ against }) => (against?.metric.startsWith('meets:') ? [against.metric] : []));
  return [...DEFINITIONS, ...new Set(standards)];
}

/** 404: there is no such target at the moment, or its date was not moved by then. */
function noCaseFile(id: string): Problem {
  return new Problem({
    slug: 'no-case-file',
    title: 'No case file',
    status: 404,
    detail: `No move of the date of ${id} had been announced by the day asked about. A case file is of a date that was moved.`,
  });
}
