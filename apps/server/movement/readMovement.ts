import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { GroupBy, MovementAnswer, MovementAsked } from '@milepost/views';

/** How a figure moved between two moments, whole and by group. */
export class ReadMovement extends Query<MovementAnswer> {
  constructor(
    readonly asked: MovementAsked,
    readonly by: GroupBy | undefined,
  ) {
    super();
  }
}

@QueryHandler(ReadMovement)
export class ReadMovementHandler implements IQueryHandler<ReadMovement> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ asked, by }: ReadMovement): Promise<MovementAnswer> {
    return Promise.resolve(this.context.questions().movement(asked, by));
  }
}
