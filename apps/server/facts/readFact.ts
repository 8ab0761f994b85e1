import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FactHistoryItem, Moment } from '@milepost/views';

/** The chain of versions of one fact; empty where the moment sees none. */
export class ReadFact extends Query<readonly FactHistoryItem[]> {
  constructor(
    readonly moment: Moment,
    readonly factId: string,
  ) {
    super();
  }
}

@QueryHandler(ReadFact)
export class ReadFactHandler implements IQueryHandler<ReadFact> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, factId }: ReadFact): Promise<readonly FactHistoryItem[]> {
    return Promise.resolve(this.context.questions().fact(moment, factId));
  }
}
