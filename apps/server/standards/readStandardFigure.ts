import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { StandardDefinition } from '@milepost/domain';
import { LedgerContext } from '@milepost/views';
import type { GroupBy, Moment, Page, SeriesPoint, StandardFigure, StandardMember } from '@milepost/views';

/** How many trusts meet a version of a standard, published or a draft. */
export class ReadStandardFigure extends Query<StandardFigure> {
  constructor(
    readonly moment: Moment,
    readonly definition: StandardDefinition,
    readonly by: GroupBy | undefined,
  ) {
    super();
  }
}

/** The trusts behind such a figure. */
export class ReadStandardMembers extends Query<Page<StandardMember>> {
  constructor(
    readonly moment: Moment,
    readonly definition: StandardDefinition,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

/** Such a figure at the end of each period from one day to another. */
export class ReadStandardSeries extends Query<readonly SeriesPoint[]> {
  constructor(
    readonly moment: Moment,
    readonly definition: StandardDefinition,
    readonly from: Moment['asOf'],
    readonly to: Moment['asOf'],
    readonly every: 'month' | 'quarter',
  ) {
    super();
  }
}

@QueryHandler(ReadStandardFigure)
export class ReadStandardFigureHandler implements IQueryHandler<ReadStandardFigure> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, definition, by }: ReadStandardFigure): Promise<StandardFigure> {
    return Promise.resolve(this.context.questions().standards.figure(moment, definition, by));
  }
}

@QueryHandler(ReadStandardMembers)
export class ReadStandardMembersHandler implements IQueryHandler<ReadStandardMembers> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, definition, offset, limit }: ReadStandardMembers): Promise<Page<StandardMember>> {
    return Promise.resolve(this.context.questions().standards.members(moment, definition, offset, limit));
  }
}

@QueryHandler(ReadStandardSeries)
export class ReadStandardSeriesHandler implements IQueryHandler<ReadStandardSeries> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, definition, from, to, every }: ReadStandardSeries): Promise<readonly SeriesPoint[]> {
    return Promise.resolve(this.context.questions().standards.series(moment, definition, from, to, every));
  }
}
