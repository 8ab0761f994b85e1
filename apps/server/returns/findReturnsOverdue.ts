import { Inject } from '@nestjs/common';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { Day } from '@milepost/domain';
import { LedgerContext } from '@milepost/views';
import type { Moment, ReturnsOverdue } from '@milepost/views';

/** Trusts of which no return since a day is recorded. */
export class FindReturnsOverdue extends Query<ReturnsOverdue> {
  constructor(
    readonly moment: Moment,
    readonly since: Day,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(FindReturnsOverdue)
export class FindReturnsOverdueHandler implements IQueryHandler<FindReturnsOverdue> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, since, offset, limit }: FindReturnsOverdue): Promise<ReturnsOverdue> {
    return Promise.resolve(this.context.questions().returnsOverdue(moment, since, offset, limit));
  }
}
