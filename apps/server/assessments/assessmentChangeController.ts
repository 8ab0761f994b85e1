import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { Allows } from '@milepost/access';
import { FRAMEWORKS } from '@milepost/domain';
import { LedgerContext, resolveMoment } from '@milepost/views';
import {
  AssessmentChangeAnswer,
  assessmentChangeAnswer,
  assessmentChangeTable,
} from '../answers/assessmentChangeAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members, Nullable } from '../answers/schemaParts';
import { Answer } from '../http/answer';
import { MomentQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { ReadAssessmentChange } from './readAssessmentChange';

const DEFINITION = 'assessment-change@1';

export class AssessmentChangeQuery extends MomentQuery {
  /** A framework that gives scores. */
  @IsIn(Object.keys(FRAMEWORKS))
  readonly framework!: string;

  /** Id of one of its measures, `overall_comparable`. */
  @Matches(/^[a-z][a-z0-9_]*$/, { message: 'measure is the id of a measure, as scores name it' })
  @MaxLength(60)
  readonly measure!: string;
}

/** How what trusts were assessed at changed from one version of a framework to the next. */
@Controller('api/v1/assessments/change')
@Allows('read')
export class AssessmentChangeController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary: 'How the two latest versions of a framework compare by a measure, overall and by care setting',
    answers: { 200: Members({ moment: MomentSchema, change: Nullable(AssessmentChangeAnswer) }) },
    table: true,
  })
  async change(@Query() query: AssessmentChangeQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query);
    const asked = new ReadAssessmentChange(resolved.moment, query.framework, query.measure);
    const view = await this.queries.execute(asked);
    const change = view === undefined ? null : assessmentChangeAnswer(view);
    const body = { moment: resolved.answer([DEFINITION]), change };
    return new Answer({ body, moment: resolved, table: assessmentChangeTable(change?.careSettings ?? []) });
  }
}
