import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { Moment, TrustView } from '@milepost/views';

/** One trust with its deployments; undefined where the record holds none of that code at the moment. */
export class ReadTrust extends Query<TrustView | undefined> {
  constructor(
    readonly moment: Moment,
    readonly ods: string,
  ) {
    super();
  }
}

@QueryHandler(ReadTrust)
export class ReadTrustHandler implements IQueryHandler<ReadTrust> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, ods }: ReadTrust): Promise<TrustView | undefined> {
    return Promise.resolve(this.context.questions().trust(moment, ods));
  }
}
