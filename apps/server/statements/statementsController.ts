import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Allows } from '@milepost/access';
import { eprLiveOrImplementingRule, eprLiveRule, scopeRule, typeRule } from '@milepost/domain';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members } from '../answers/schemaParts';
import { StatementAnswer, statementAnswer, statementsTable } from '../answers/statementAnswer';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { Answer } from '../http/answer';
import { MomentQuery, PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { noSuch } from '../http/requestProblems';
import { FindStatements } from './findStatements';
import { ReadStatement } from './readStatement';
import { StatementPath } from './statementPath';

/** By what the record counts beside a statement. */
const DEFINITIONS = [scopeRule, typeRule, eprLiveRule, eprLiveOrImplementingRule].map(({ id }) => id);

/** What was said in public, and what the record can show beside it. */
@Controller('api/v1/statements')
@Allows('read')
export class StatementsController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary: 'Public statements, newest first, each beside what the record shows for its days',
    answers: { 200: ListOf(StatementAnswer) },
    table: true,
  })
  async list(@Query() query: PagedQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, REGISTER_AND_EPR);
    const page = await this.queries.execute(new FindStatements(asked.resolved.moment, asked.offset, asked.limit));
    return listAnswer(asked, this.context.basePath, {
      items: page.items.map(({ fact, beside }) => statementAnswer(fact, beside)),
      total: page.total,
      definitions: DEFINITIONS,
      table: statementsTable,
    });
  }

  @Get(':id')
  @Operation({
    summary: 'A public statement beside what the record shows for its days',
    answers: { 200: Members({ moment: MomentSchema, statement: StatementAnswer }) },
    problems: ['unknown-statement'],
    table: true,
  })
  async read(@Param() { id }: StatementPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    const found = await this.queries.execute(new ReadStatement(resolved.moment, id));
    if (found === undefined) throw noSuch('statement', id, 'GET /api/v1/statements lists them.');
    const statement = statementAnswer(found.fact, found.beside);
    return new Answer({
      body: { moment: resolved.answer(DEFINITIONS), statement },
      moment: resolved,
      table: statementsTable([statement]),
    });
  }
}
