import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LedgerContext } from '@milepost/views';
import type { AssessmentView, Moment } from '@milepost/views';

/** What a trust was assessed at. */
export class ReadAssessments extends Query<readonly AssessmentView[]> {
  constructor(
    readonly moment: Moment,
    readonly ods: string,
  ) {
    super();
  }
}

@QueryHandler(ReadAssessments)
export class ReadAssessmentsHandler implements IQueryHandler<ReadAssessments> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, ods }: ReadAssessments): Promise<readonly AssessmentView[]> {
    return Promise.resolve(this.context.questions().assessments(moment, ods));
  }
}
