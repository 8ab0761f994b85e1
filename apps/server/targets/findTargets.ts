import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext, targetsAt } from '@milepost/views';
import type { Moment, TargetView } from '@milepost/views';

/** Every target, and every programme's end, in the order in which they were first announced. */
export class FindTargets extends Query<readonly TargetView[]> {
  constructor(readonly moment: Moment) {
    super();
  }
}

@QueryHandler(FindTargets)
export class FindTargetsHandler implements IQueryHandler<FindTargets> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment }: FindTargets): Promise<readonly TargetView[]> {
    return Promise.resolve(targetsAt(this.context.questions(), moment));
  }
}
