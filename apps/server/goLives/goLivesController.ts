import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { lateAgainstFirstPlanRule, lateAgainstPlanRule } from '@milepost/domain';
import { LedgerContext } from '@milepost/views';
import { Allows } from '@milepost/access';
import type { GoLivesFilter } from '@milepost/views';
import { IsIn, IsOptional } from 'class-validator';
import { goLivesTable, TrustGoLivesAnswer, trustGoLivesAnswer } from '../answers/goLiveAnswer';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import type { Answer } from '../http/answer';
import { PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { FindGoLives } from './findGoLives';

export class GoLivesQuery extends PagedQuery {
  /** Only trusts that are late against one of their plans; without it all go-lives that are not reached. */
  @IsOptional()
  @IsIn(['late-against-plan', 'late-against-first-plan'])
  readonly late?: Exclude<GoLivesFilter, 'open'>;
}

/** Go-lives that are not reached, against the plans made for them. */
@Controller('api/v1/go-lives')
@Allows('read')
export class GoLivesController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary:
      'Go-lives that are not reached: late or not against the first and the latest plan, how often and how far moved',
    answers: { 200: ListOf(TrustGoLivesAnswer) },
    table: true,
  })
  async list(@Query() query: GoLivesQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, REGISTER_AND_EPR);
    const { moment } = asked.resolved;
    const page = await this.queries.execute(new FindGoLives(moment, query.late ?? 'open', asked.offset, asked.limit));
    return listAnswer(asked, this.context.basePath, {
      items: page.items.map(trustGoLivesAnswer),
      total: page.total,
      definitions: [lateAgainstPlanRule.id, lateAgainstFirstPlanRule.id],
      table: goLivesTable,
    });
  }
}
