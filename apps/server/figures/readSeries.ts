import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FigureMetric, Moment, SeriesPoint } from '@milepost/views';

/** A figure at the end of each period from one day to another. */
export class ReadSeries extends Query<readonly SeriesPoint[]> {
  constructor(
    readonly moment: Moment,
    readonly metric: FigureMetric,
    readonly from: Moment['asOf'],
    readonly to: Moment['asOf'],
    readonly every: 'month' | 'quarter',
  ) {
    super();
  }
}

@QueryHandler(ReadSeries)
export class ReadSeriesHandler implements IQueryHandler<ReadSeries> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, metric, from, to, every }: ReadSeries): Promise<readonly SeriesPoint[]> {
    return Promise.resolve(this.context.questions().series(moment, metric, from, to, every));
  }
}
