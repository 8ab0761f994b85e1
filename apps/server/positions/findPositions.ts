import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext, positionsAt } from '@milepost/views';
import type { Moment, PositionView } from '@milepost/views';

/** Every position agreed by the day, the newest public first. */
export class FindPositions extends Query<readonly PositionView[]> {
  constructor(readonly moment: Moment) {
    super();
  }
}

@QueryHandler(FindPositions)
export class FindPositionsHandler implements IQueryHandler<FindPositions> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment }: FindPositions): Promise<readonly PositionView[]> {
    return Promise.resolve(positionsAt(this.context.questions(), moment));
  }
}
