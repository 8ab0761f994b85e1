import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { Moment, StandardView } from '@milepost/views';

/** Every standard that a moment sees, with its versions. */
export class FindStandards extends Query<readonly StandardView[]> {
  constructor(readonly moment: Moment) {
    super();
  }
}

@QueryHandler(FindStandards)
export class FindStandardsHandler implements IQueryHandler<FindStandards> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment }: FindStandards): Promise<readonly StandardView[]> {
    return Promise.resolve(this.context.questions().standards.all(moment));
  }
}
