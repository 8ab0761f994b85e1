import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Allows } from '@milepost/access';
import { LedgerContext } from '@milepost/views';
import { REGISTER_DEFINITIONS } from '../answers/definitionsUsed';
import { DifferenceAnswer, differenceAnswer, differencesTable } from '../answers/differenceAnswer';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import type { Answer } from '../http/answer';
import { Operation } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { ReadComparison } from './readComparison';
import { ListBetween, listBetween, twoMomentsPage } from './twoMoments';
import { PagedTwoMomentsQuery } from './twoMomentsQuery';

const DEFINITIONS = [...REGISTER_DEFINITIONS, 'epr-live@1, acquirer-only', 'epr-live-or-implementing@1, acquirer-only'];

/** Two moments side by side. */
@Controller('api/v1/compare')
@Allows('read')
export class CompareController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary: 'What differs between two moments, trust by trust, with the reason for each difference',
    answers: { 200: ListBetween(DifferenceAnswer) },
    problems: ['moments-not-comparable'],
    table: true,
  })
  async compare(@Query() query: PagedTwoMomentsQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const page = twoMomentsPage(this.context, request.sentPath, query, {}, REGISTER_AND_EPR);
    const { from, to } = page.moments;
    const { items, total } = await this.queries.execute(new ReadComparison(from, to, page.offset, page.limit));
    return listBetween(page, this.context.basePath, {
      items: items.map(differenceAnswer),
      total,
      definitions: { from: DEFINITIONS, to: DEFINITIONS },
      table: differencesTable,
    });
  }
}
