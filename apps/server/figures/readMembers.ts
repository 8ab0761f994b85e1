import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FigureMember, FigureMetric, Moment, Page } from '@milepost/views';

/** The trusts behind a figure, each with what decided. */
export class ReadMembers extends Query<Page<FigureMember>> {
  constructor(
    readonly moment: Moment,
    readonly metric: FigureMetric,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadMembers)
export class ReadMembersHandler implements IQueryHandler<ReadMembers> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, metric, offset, limit }: ReadMembers): Promise<Page<FigureMember>> {
    return Promise.resolve(this.context.questions().members(moment, metric, offset, limit));
  }
}
