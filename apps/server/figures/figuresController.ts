import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { LedgerContext, resolveMoment } from '@milepost/views';
import type { FigureMetric } from '@milepost/views';
import { FigureAnswer, figureAnswer, MemberAnswer, memberAnswer, MetricName } from '../answers/figureAnswer';
import { PointAnswer, pointAnswer } from '../answers/figureAnswer';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { StandardMemberAnswer } from '../answers/standardAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members, OneOf } from '../answers/schemaParts';
import { figureTable, membersTable, seriesTable } from '../answers/tables';
import { Answer } from '../http/answer';
import { PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { standardMetric, StandardMetrics } from '../standards/standardMetrics';
import { AnyFigurePath, FigureQuery, SeriesQuery } from './figureQuery';
import { ReadFigure } from './readFigure';
import { ReadMembers } from './readMembers';
import { ReadSeries } from './readSeries';
import { seriesPeriod } from './seriesPeriod';
import { viewsOf } from './viewsOf';

/** Of a metric about a standard. */
const STANDARD_PROBLEMS = ['unknown-standard', 'unknown-standard-version', 'illustration-has-no-members'];

/** Figures, each with the trusts behind it. */
@Controller('api/v1/figures')
@Allows('read')
export class FiguresController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(StandardMetrics) private readonly standards: StandardMetrics,
  ) {}

  @Get(':metric')
  @Operation({
    summary: 'A figure, overall and by group; a range while anything is not known',
    answers: { 200: Members({ moment: MomentSchema, figure: FigureAnswer }) },
    problems: STANDARD_PROBLEMS,
    table: true,
  })
  async figure(@Param() { metric: name }: AnyFigurePath, @Query() query: FigureQuery): Promise<Answer> {
    const standard = standardMetric(name);
    if (standard) return this.standards.figure(standard, query);
    const metric = name as FigureMetric;
    const resolved = resolveMoment(this.context, query, viewsOf(metric));
    const view = await this.queries.execute(new ReadFigure(resolved.moment, metric, query.by));
    const figure = figureAnswer(view, query.by);
    const body = { moment: resolved.answer([view.definition]), figure };
    return new Answer({ body, moment: resolved, table: figureTable(figure) });
  }

  @Get(':metric/members')
  @Operation({
    summary: 'The trusts behind a figure, each with the entries that decided',
    answers: { 200: ListOf(Type.Union([MemberAnswer, StandardMemberAnswer])) },
    problems: STANDARD_PROBLEMS,
    table: true,
  })
  async members(
    @Param() { metric: name }: AnyFigurePath,
    @Query() query: PagedQuery,
    @Req() request: MilepostRequest,
  ): Promise<Answer> {
    const standard = standardMetric(name);
    if (standard) return this.standards.members(standard, query, request);
    const metric = name as FigureMetric;
    const asked = pageAsked(this.context, request.sentPath, query, viewsOf(metric));
    const { moment } = asked.resolved;
    const { definition } = await this.queries.execute(new ReadFigure(moment, metric, undefined));
    const page = await this.queries.execute(new ReadMembers(moment, metric, asked.offset, asked.limit));
    return listAnswer(asked, this.context.basePath, {
      items: page.items.map(memberAnswer),
      total: page.total,
      definitions: [definition],
      table: membersTable,
    });
  }

  @Get(':metric/series')
  @Operation({
    summary: 'A figure over time, at the end of each month or quarter',
    answers: {
      200: Members({
        moment: MomentSchema,
        metric: MetricName,
        every: OneOf('month', 'quarter'),
        points: Type.Array(PointAnswer),
      }),
    },
    table: true,
  })
  async series(@Param() { metric: name }: AnyFigurePath, @Query() query: SeriesQuery): Promise<Answer> {
    const standard = standardMetric(name);
    if (standard) return this.standards.series(standard, query);
    const metric = name as FigureMetric;
    const resolved = resolveMoment(this.context, query, viewsOf(metric));
    const { moment } = resolved;
    const { from, to, every } = seriesPeriod(query, moment);
    const { definition } = await this.queries.execute(new ReadFigure(moment, metric, undefined));
    const points = (await this.queries.execute(new ReadSeries(moment, metric, from, to, every))).map(pointAnswer);
    const body = { moment: resolved.answer([definition]), metric, every, points };
    return new Answer({ body, moment: resolved, table: seriesTable(points) });
  }
}
