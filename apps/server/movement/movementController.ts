import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Allows } from '@milepost/access';
import { LedgerContext } from '@milepost/views';
import type { FigureMetric } from '@milepost/views';
import { MovedTrustAnswer, movedTrustAnswer, movedTrustsTable } from '../answers/movementAnswer';
import { MovementAnswer, movementAnswer, movementTable } from '../answers/movementAnswer';
import { Members } from '../answers/schemaParts';
import { FigurePath } from '../figures/figureQuery';
import { viewsOf } from '../figures/viewsOf';
import { Answer } from '../http/answer';
import { Operation } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { invalidRequest } from '../http/requestProblems';
import { MovedTrustsQuery, MovementQuery } from './movementQuery';
import { ReadMovedTrusts } from './readMovedTrusts';
import { ReadMovement } from './readMovement';
import { listBetween, ListBetween, MomentsSchema, twoMoments, twoMomentsPage } from './twoMoments';

/** How figures moved between two moments. */
@Controller('api/v1/figures/:metric/movement')
@Allows('read')
export class MovementController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary: 'How a figure moved between two moments, split without remainder',
    answers: { 200: Members({ moments: MomentsSchema, movement: MovementAnswer }) },
    problems: ['moments-not-comparable'],
    table: true,
  })
  async movement(@Param() { metric }: FigurePath, @Query() query: MovementQuery): Promise<Answer> {
    const fromMetric = comparableMetric(metric, query['from.metric']);
    const moments = twoMoments(this.context, query, needs(metric, fromMetric));
    const { from, to, resolved } = moments;
    const view = await this.queries.execute(new ReadMovement({ from, to, metric, fromMetric }, query.by));
    const movement = movementAnswer(view, query.by);
    const body = { moments: moments.answer([view.definitions.from], [view.definitions.to]), movement };
    return new Answer({ body, moment: resolved, table: movementTable(movement) });
  }

  @Get('members')
  @Operation({
    summary: 'The trusts behind a movement, each with its part, its share and the entry that decided',
    answers: { 200: ListBetween(MovedTrustAnswer) },
    problems: ['moments-not-comparable'],
    table: true,
  })
  async members(
    @Param() { metric }: FigurePath,
    @Query() query: MovedTrustsQuery,
    @Req() request: MilepostRequest,
  ): Promise<Answer> {
    const fromMetric = comparableMetric(metric, query['from.metric']);
    const { by, part } = query;
    const filters = {
      ...(by === undefined ? {} : { by }),
      ...(query['from.metric'] === undefined ? {} : { 'from.metric': fromMetric }),
      ...(part === undefined ? {} : { part }),
    };
    const page = twoMomentsPage(this.context, request.sentPath, query, filters, needs(metric, fromMetric));
    const { from, to } = page.moments;
    const asked = { from, to, metric, fromMetric };
    const { definitions } = await this.queries.execute(new ReadMovement(asked, undefined));
    const { items, total } = await this.queries.execute(new ReadMovedTrusts(asked, by, part, page.offset, page.limit));
    return listBetween(page, this.context.basePath, {
      items: items.map(movedTrustAnswer),
      total,
      definitions: { from: [definitions.from], to: [definitions.to] },
      table: movedTrustsTable,
    });
  }
}

const needs = (metric: FigureMetric, fromMetric: FigureMetric): readonly string[] => [
  ...new Set([...viewsOf(metric), ...viewsOf(fromMetric)]),
];

/** @throws Problem where the scope itself and a verdict over it are to be compared, which count different things */
function comparableMetric(metric: FigureMetric, fromMetric: FigureMetric = metric): FigureMetric {
  if ((metric === 'in-scope') === (fromMetric === 'in-scope')) return fromMetric;
  const detail =
    'The trusts in scope and those of them that meet a definition are different counts: name two definitions.';
  throw invalidRequest([{ parameter: 'from.metric', detail }]);
}
