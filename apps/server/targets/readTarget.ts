import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext, targetAt } from '@milepost/views';
import type { Moment, TargetView } from '@milepost/views';

/** One target by its id; undefined where the moment sees none. */
export class ReadTarget extends Query<TargetView | undefined> {
  constructor(
    readonly moment: Moment,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ReadTarget)
export class ReadTargetHandler implements IQueryHandler<ReadTarget> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, id }: ReadTarget): Promise<TargetView | undefined> {
    return Promise.resolve(targetAt(this.context.questions(), moment, id));
  }
}
