import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { parseDay } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { FigureAnswer, figureAnswer, MemberAnswer, memberAnswer, METRICS } from '../answers/figureAnswer';
import { PointAnswer, pointAnswer } from '../answers/figureAnswer';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members, OneOf } from '../answers/schemaParts';
import { figureTable, membersTable, seriesTable } from '../answers/tables';
import { Answer } from '../http/answer';
import { PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { invalidRequest } from '../http/requestProblems';
import { FigurePath, FigureQuery, SeriesQuery } from './figureQuery';
import { ReadFigure } from './readFigure';
import { ReadMembers } from './readMembers';
import { ReadSeries } from './readSeries';
import { viewsOf } from './viewsOf';

/** Years a series may span: enough for the programme's whole life and a bound on the work of one question. */
const MOST_DAYS = 50 * 366;

/** Figures, each with the trusts behind it. */
@Controller('api/v1/figures')
@Allows('read')
export class FiguresController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get(':metric')
  @Operation({
    summary: 'A figure, overall and by group; a range while anything is not known',
    answers: { 200: Members({ moment: MomentSchema, figure: FigureAnswer }) },
    table: true,
  })
  async figure(@Param() { metric }: FigurePath, @Query() query: FigureQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, viewsOf(metric));
    const view = await this.queries.execute(new ReadFigure(resolved.moment, metric, query.by));
    const figure = figureAnswer(view, query.by);
    const body = { moment: resolved.answer([view.definition]), figure };
    return new Answer({ body, moment: resolved, table: figureTable(figure) });
  }

  @Get(':metric/members')
  @Operation({
    summary: 'The trusts behind a figure, each with the entries that decided',
    answers: { 200: ListOf(MemberAnswer) },
    table: true,
  })
  async members(
    @Param() { metric }: FigurePath,
    @Query() query: PagedQuery,
    @Req() request: MilepostRequest,
  ): Promise<Answer> {
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
        metric: OneOf(...METRICS),
        every: OneOf('month', 'quarter'),
        points: Type.Array(PointAnswer),
      }),
    },
    table: true,
  })
  async series(@Param() { metric }: FigurePath, @Query() query: SeriesQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, viewsOf(metric));
    const { moment } = resolved;
    const to = dayOf('to', query.to) ?? moment.asOf;
    const from = dayOf('from', query.from) ?? to - 365;
    if (from > to || to - from > MOST_DAYS) {
      throw invalidRequest([
        { parameter: 'from', detail: 'Begin on or before the last day, at most 50 years earlier.' },
      ]);
    }
    const every = query.every ?? 'month';
    const { definition } = await this.queries.execute(new ReadFigure(moment, metric, undefined));
    const points = (await this.queries.execute(new ReadSeries(moment, metric, from, to, every))).map(pointAnswer);
    const body = { moment: resolved.answer([definition]), metric, every, points };
    return new Answer({ body, moment: resolved, table: seriesTable(points) });
  }
}

function dayOf(parameter: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw invalidRequest([{ parameter, detail: 'Write a day that exists as YYYY-MM-DD.' }]);
  return day;
}
