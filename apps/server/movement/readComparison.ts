import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { Moment, Page, TrustDifference } from '@milepost/views';

/** What differs between two moments, trust by trust. */
export class ReadComparison extends Query<Page<TrustDifference>> {
  constructor(
    readonly from: Moment,
    readonly to: Moment,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadComparison)
export class ReadComparisonHandler implements IQueryHandler<ReadComparison> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ from, to, offset, limit }: ReadComparison): Promise<Page<TrustDifference>> {
    return Promise.resolve(this.context.questions().compare(from, to, offset, limit));
  }
}
