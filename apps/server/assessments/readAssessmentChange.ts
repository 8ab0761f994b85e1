import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { AssessmentChange, Moment } from '@milepost/views';

/** How a framework's two latest versions compare by a measure; undefined where there are not two. */
export class ReadAssessmentChange extends Query<AssessmentChange | undefined> {
  constructor(
    readonly moment: Moment,
    readonly framework: string,
    readonly measure: string,
  ) {
    super();
  }
}

@QueryHandler(ReadAssessmentChange)
export class ReadAssessmentChangeHandler implements IQueryHandler<ReadAssessmentChange> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, framework, measure }: ReadAssessmentChange): Promise<AssessmentChange | undefined> {
    return Promise.resolve(this.context.questions().assessmentChange(moment, framework, measure));
  }
}
