import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FactHistoryItem, Moment } from '@milepost/views';

/** Every version and mark about a trust, by entry. */
export class ReadHistory extends Query<readonly FactHistoryItem[]> {
  constructor(
    readonly moment: Moment,
    readonly ods: string,
  ) {
    super();
  }
}

@QueryHandler(ReadHistory)
export class ReadHistoryHandler implements IQueryHandler<ReadHistory> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, ods }: ReadHistory): Promise<readonly FactHistoryItem[]> {
    return Promise.resolve(this.context.questions().history(moment, ods));
  }
}
