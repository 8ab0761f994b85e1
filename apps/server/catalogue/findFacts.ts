import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FactView, Moment, Page } from '@milepost/views';

/** Effective facts about one kind of subject, newest public first. */
export class FindFacts extends Query<Page<FactView>> {
  constructor(
    readonly moment: Moment,
    readonly kind: string,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(FindFacts)
export class FindFactsHandler implements IQueryHandler<FindFacts> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, kind, offset, limit }: FindFacts): Promise<Page<FactView>> {
    return Promise.resolve(this.context.questions().facts(moment, kind, offset, limit));
  }
}
