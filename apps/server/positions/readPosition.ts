import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { changedSince, LedgerContext, positionAt } from '@milepost/views';
import type { ChangedSince, Moment, PositionView } from '@milepost/views';

/** A position, and what has changed since. */
export interface PositionRead {
  readonly position: PositionView;
  readonly since: readonly ChangedSince[];
}

/** One position by its id; undefined where the moment sees none. */
export class ReadPosition extends Query<PositionRead | undefined> {
  constructor(
    readonly moment: Moment,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ReadPosition)
export class ReadPositionHandler implements IQueryHandler<ReadPosition> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, id }: ReadPosition): Promise<PositionRead | undefined> {
    const questions = this.context.questions();
    const position = positionAt(questions, moment, id);
    return Promise.resolve(position && { position, since: changedSince(questions, position, moment) });
  }
}
