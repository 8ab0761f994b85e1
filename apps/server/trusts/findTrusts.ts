import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { Moment, Page, TrustFilter, TrustRow } from '@milepost/views';

/** Trusts of the register at a moment. */
export class FindTrusts extends Query<Page<TrustRow>> {
  constructor(
    readonly moment: Moment,
    readonly filter: TrustFilter,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(FindTrusts)
export class FindTrustsHandler implements IQueryHandler<FindTrusts> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, filter, offset, limit }: FindTrusts): Promise<Page<TrustRow>> {
    return Promise.resolve(this.context.questions().trusts(moment, filter, offset, limit));
  }
}
