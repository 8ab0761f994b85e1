import { Inject } from '@nestjs/common';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Query, QueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { GoLivesFilter, Moment, Page, TrustGoLives } from '@milepost/views';

/** Trusts with go-lives that are not reached. */
export class FindGoLives extends Query<Page<TrustGoLives>> {
  constructor(
    readonly moment: Moment,
    readonly filter: GoLivesFilter,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(FindGoLives)
export class FindGoLivesHandler implements IQueryHandler<FindGoLives> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, filter, offset, limit }: FindGoLives): Promise<Page<TrustGoLives>> {
    return Promise.resolve(this.context.questions().goLives(moment, filter, offset, limit));
  }
}
