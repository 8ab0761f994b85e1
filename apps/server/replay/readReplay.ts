import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { FigureMetric, Moment, ReplayStep } from '@milepost/views';

/** The figures at some moments, one after the other, and what moved them. */
export class ReadReplay extends Query<readonly ReplayStep[]> {
  constructor(
    readonly moments: readonly Moment[],
    readonly metrics: readonly FigureMetric[],
  ) {
    super();
  }
}

@QueryHandler(ReadReplay)
export class ReadReplayHandler implements IQueryHandler<ReadReplay> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moments, metrics }: ReadReplay): Promise<readonly ReplayStep[]> {
    return Promise.resolve(this.context.questions().replay(moments, metrics));
  }
}
