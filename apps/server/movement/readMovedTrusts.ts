import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { MovementPartName } from '@milepost/domain';
import { LedgerContext } from '@milepost/views';
import type { GroupBy, MovedTrust, MovementAsked, Page } from '@milepost/views';

/** The trusts behind a movement, or behind one part of it. */
export class ReadMovedTrusts extends Query<Page<MovedTrust>> {
  constructor(
    readonly asked: MovementAsked,
    readonly by: GroupBy | undefined,
    readonly part: MovementPartName | undefined,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadMovedTrusts)
export class ReadMovedTrustsHandler implements IQueryHandler<ReadMovedTrusts> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ asked, by, part, offset, limit }: ReadMovedTrusts): Promise<Page<MovedTrust>> {
    return Promise.resolve(this.context.questions().movedTrusts(asked, by, part, offset, limit));
  }
}
