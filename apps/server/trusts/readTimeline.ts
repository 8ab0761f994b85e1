import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FactView, Moment } from '@milepost/views';

/** EPR facts and plans of a trust, in the order of facts. */
export class ReadTimeline extends Query<readonly FactView[]> {
  constructor(
    readonly moment: Moment,
    readonly ods: string,
  ) {
    super();
  }
}

@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, ods }: ReadTimeline): Promise<readonly FactView[]> {
    return Promise.resolve(this.context.questions().timeline(moment, ods));
  }
}
