import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { checkDefinition } from '@milepost/domain';
import type { StandardCommand, StandardDefinition } from '@milepost/domain';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { PointAnswer, pointAnswer } from '../answers/figureAnswer';
import { listAnswer, ListOf } from '../answers/listAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { Members, Nullable, OneOf } from '../answers/schemaParts';
import {
  DefinitionAnswer,
  StandardAnswer,
  standardAnswer,
  StandardFigureAnswer,
  standardFigureAnswer,
  StandardMemberAnswer,
  standardMemberAnswer,
  standardsTable,
  StandardVersionAnswer,
  standardVersionAnswer,
} from '../answers/standardAnswer';
import { FACTS, REGISTER } from '../answers/viewsNeeded';
import { mustBeStandard, RecordStandard } from '../commands/recordStandard';
import { plainData } from '../commands/plainData';
import { RecordingController } from '../commands/recordingController';
import { StandardBody, WithdrawalBody } from '../commands/standardBodies';
import { seriesPeriod } from '../figures/seriesPeriod';
import { Answer } from '../http/answer';
import { MomentQuery, NoQuery, PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { rejectionProblem } from '../recording/rejectionProblem';
import { requestFacts } from '../recording/requestFacts';
import { FindStandards } from './findStandards';
import { ReadStandardFigure, ReadStandardMembers, ReadStandardSeries } from './readStandardFigure';
import { definitionsUsed } from './standardMetrics';
import { StandardPath, StandardVersionPath } from './standardPath';
import { PreviewQuery } from './standardQuery';
import { standardOf, versionAskedFor } from './versionAskedFor';

const WRONG_RULES = [
  ...['condition-unclear', 'levels-unclear', 'unknown-rule', 'rules-in-a-circle', 'unknown-framework'],
  ...['unknown-measure', 'threshold-over-100', 'threshold-off-scale', 'no-mean-of-statuses'],
];

/** Standards: their versions, what a draft would say, and publishing. */
@Controller('api/v1/standards')
export class StandardsController extends RecordingController {
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
    summary: 'Standards and illustrations, each with its versions and the one in force on the day',
    answers: { 200: ListOf(StandardAnswer) },
    table: true,
  })
  async list(@Query() query: PagedQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, FACTS);
    const standards = await this.queries.execute(new FindStandards(asked.resolved.moment));
    const rows = (items: readonly StandardAnswer[]) =>
      standardsTable(
        items.flatMap(({ id, inForce, versions }) =>
          versions.map((version) => ({ id, ...version, inForce: version.version === inForce })),
        ),
      );
    return listAnswer(asked, this.context.basePath, {
      items: standards.slice(asked.offset, asked.offset + asked.limit).map(standardAnswer),
      total: standards.length,
      table: rows,
    });
  }

  @Get(':id/versions/:version')
  @Allows('read')
  @Operation({
    summary: 'A version of a standard: its levels and rules as published',
    answers: {
      200: Members({
        moment: MomentSchema,
        id: Type.String(),
        version: StandardVersionAnswer,
        definition: DefinitionAnswer,
      }),
    },
    problems: ['unknown-standard', 'unknown-standard-version', 'no-version-in-force'],
  })
  async read(@Param() { id, version }: StandardVersionPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, FACTS);
    const standards = await this.queries.execute(new FindStandards(resolved.moment));
    const found = versionAskedFor(standardOf(standards, id), version, resolved.moment);
    const definition = { ...found.definition };
    const body = { moment: resolved.answer(), id, version: standardVersionAnswer(found), definition };
    return new Answer({ body, moment: resolved });
  }

  @Post(':id/versions')
  @Allows('publish-standard')
  @Operation({
    summary: 'Publish a version of a standard',
    answers: { 201: RecordedAnswer },
    problems: ['no-such-date', 'precision-contradicts-date', 'standard-version-published', ...WRONG_RULES],
    records: true,
  })
  publish(
    @Param() { id }: StandardPath,
    @Query() _query: NoQuery,
    @Body() body: StandardBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.recordStandard(id, 'StandardPublished.v1', body, request, response);
  }

  @Post(':id/withdrawal')
  @Allows('publish-standard')
  @Operation({
    summary: 'Withdraw a version of a standard, or the standard as a whole',
    answers: { 201: RecordedAnswer },
    problems: ['no-such-date', 'unknown-standard', 'unknown-standard-version', 'standard-version-withdrawn'],
    records: true,
  })
  withdraw(
    @Param() { id }: StandardPath,
    @Query() _query: NoQuery,
    @Body() body: WithdrawalBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.recordStandard(id, 'StandardWithdrawn.v1', body, request, response);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Allows('publish-standard')
  @Operation({
    summary: 'What a draft would say, at the moment and over time; nothing is recorded',
    answers: {
      200: Members({
        moment: MomentSchema,
        figure: StandardFigureAnswer,
        every: OneOf('month', 'quarter'),
        points: Type.Array(PointAnswer),
        /** Null of an illustration, which has none. */
        members: Nullable(Type.Array(StandardMemberAnswer)),
      }),
    },
    problems: WRONG_RULES,
  })
  async preview(
    @Param() { id }: StandardPath,
    @Query() query: PreviewQuery,
    @Body() { reportedOn: _, ...body }: StandardBody,
  ): Promise<Answer> {
    const definition = draft(body);
    const resolved = resolveMoment(this.context, query, REGISTER);
    const { moment } = resolved;
    const { from, to, every } = seriesPeriod(query, moment);
    const figure = await this.queries.execute(new ReadStandardFigure(moment, definition, query.by));
    const points = await this.queries.execute(new ReadStandardSeries(moment, definition, from, to, every));
    const members =
      definition.purpose === 'illustration'
        ? null
        : (await this.queries.execute(new ReadStandardMembers(moment, definition, 0, Infinity))).items;
    return new Answer({
      body: {
        moment: resolved.answer(definitionsUsed(id, definition)),
        figure: standardFigureAnswer(figure, query.by),
        every,
        points: points.map(pointAnswer),
        members: members?.map(standardMemberAnswer) ?? null,
      },
    });
  }

  private recordStandard(
    id: string,
    type: StandardCommand['type'],
    { reportedOn, ...data }: StandardBody | WithdrawalBody,
    request: MilepostRequest,
    response: Response,
  ) {
    return this.send(new RecordStandard(id, type, data, reportedOn, requestFacts(request)), response);
  }
}

/** Everything that publishing would refuse of a draft's rules. Throws Problem 400. */
function draft(body: object): StandardDefinition {
  const data = plainData(body);
  mustBeStandard('StandardPublished.v1', data);
  const definition = data as unknown as StandardDefinition;
  const rejection = checkDefinition(definition);
  if (rejection) throw rejectionProblem(rejection);
  return definition;
}
