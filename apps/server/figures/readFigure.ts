import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FigureAnswer, FigureMetric, GroupBy, Moment } from '@milepost/views';

/** A figure, overall and by group. */
export class ReadFigure extends Query<FigureAnswer> {
  constructor(
    readonly moment: Moment,
    readonly metric: FigureMetric,
    readonly by: GroupBy | undefined,
  ) {
    super();
  }
}

@QueryHandler(ReadFigure)
export class ReadFigureHandler implements IQueryHandler<ReadFigure> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, metric, by }: ReadFigure): Promise<FigureAnswer> {
    return Promise.resolve(this.context.questions().figure(moment, metric, by));
  }
}
