import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Allows } from '@milepost/access';
import { formatDay, lastQuarterEnd, parseDay, scopeRule } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import { LedgerContext } from '@milepost/views';
import { OverdueAnswer, overdueRowAnswer, overdueTable } from '../answers/overdueAnswer';
import { REGISTER } from '../answers/viewsNeeded';
import { Answer } from '../http/answer';
import { PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { invalidRequest } from '../http/requestProblems';
import { FindReturnsOverdue } from './findReturnsOverdue';

export class OverdueQuery extends PagedQuery {
  /** A return counts that is as at this day or a later one, YYYY-MM-DD; without it the end of the last quarter that is over on the day asked about. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly since?: string;
}

/** Which trusts have given no return. */
@Controller('api/v1/returns/overdue')
@Allows('read')
export class OverdueController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary: 'Trusts counted on the day of which no return since a day is in this record, with the last one of each',
    answers: { 200: OverdueAnswer },
    table: true,
  })
  async list(@Query() query: OverdueQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, REGISTER);
    const { resolved, offset, limit } = asked;
    const { moment } = resolved;
    const since = sinceOf(query.since, moment.asOf);
    const found = await this.queries.execute(new FindReturnsOverdue(moment, since, offset, limit));
    const { counted, given, none, notKnown, received } = found;
    const items = found.overdue.map(overdueRowAnswer);
    const total = none + notKnown;
    const reached = offset + items.length;
    const more = items.length > 0 && reached < total ? asked.next(reached) : undefined;
    return new Answer({
      body: {
        moment: resolved.answer([scopeRule.id]),
        ...{ since: formatDay(since), counted, given, none, notKnown, received, items, total },
        next: more === undefined ? null : this.context.basePath + more,
      },
      moment: resolved,
      next: more,
      table: overdueTable(items),
    });
  }
}

function sinceOf(text: string | undefined, asOf: Day): Day {
  if (text === undefined) return lastQuarterEnd(asOf);
  const since = parseDay(text);
  if (since !== undefined && since <= asOf) return since;
  const detail =
    since === undefined
      ? 'Write a day that exists as YYYY-MM-DD.'
      : `Name a day that is not after the day asked about, ${formatDay(asOf)}.`;
  throw invalidRequest([{ parameter: 'since', detail }]);
}
