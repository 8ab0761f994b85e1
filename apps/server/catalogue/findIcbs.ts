import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { IcbView, Moment } from '@milepost/views';

/** Integrated care boards at a moment. */
export class FindIcbs extends Query<readonly IcbView[]> {
  constructor(readonly moment: Moment) {
    super();
  }
}

@QueryHandler(FindIcbs)
export class FindIcbsHandler implements IQueryHandler<FindIcbs> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment }: FindIcbs): Promise<readonly IcbView[]> {
    return Promise.resolve(this.context.questions().icbs(moment));
  }
}
