import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Allows } from '@milepost/access';
import { LedgerContext } from '@milepost/views';
import type { FigureMetric } from '@milepost/views';
import { ReplayAnswer, replayTable, stepAnswer } from '../answers/replayAnswer';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { viewsOf } from '../figures/viewsOf';
import { Answer } from '../http/answer';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { replaySteps } from './replayAsked';
import { ReplayQuery } from './replayQuery';
import { ReadReplay } from './readReplay';

const METRICS: readonly FigureMetric[] = ['in-scope', 'epr-live', 'epr-live-or-implementing'];
const STEPS = 24;

/** The record gone through step by step. */
@Controller('api/v1/replay')
@Allows('read')
export class ReplayController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary: 'The figures after each step along one coordinate, and the entries that moved them',
    answers: { 200: ReplayAnswer },
    table: true,
  })
  async replay(@Query() query: ReplayQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const metrics = query.metric === undefined ? METRICS : [query.metric];
    const needs = query.metric === undefined ? REGISTER_AND_EPR : viewsOf(query.metric);
    const { limit = STEPS } = query;
    const asked = pageAsked(this.context, request.sentPath, { ...query, limit }, needs);
    const { resolved, offset } = asked;
    const steps = replaySteps(this.context, query, resolved.moment);
    const last = Math.min(steps.count, offset + limit);
    const numbers = Array.from({ length: Math.max(0, last - offset) + 1 }, (_, n) => Math.min(offset, last) + n);
    const read = await this.queries.execute(
      new ReadReplay(
        numbers.map((number) => steps.at(number)),
        metrics,
      ),
    );
    const [begun, ...stepped] = read.map((step, n) => stepAnswer(step, numbers[n] as number));
    const items = query.changes === 'only' ? stepped.filter(({ moved }) => moved.length > 0) : stepped;
    const next = last < steps.count ? asked.next(last) : undefined;
    const body = {
      moment: resolved.answer(),
      along: query.along,
      begin: begun,
      items,
      total: steps.count,
      next: next === undefined ? null : this.context.basePath + next,
    };
    return new Answer({ body, moment: resolved, next, table: replayTable(items) });
  }
}
