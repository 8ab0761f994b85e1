import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Allows } from '@milepost/access';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { MomentSchema } from '../answers/momentSchema';
import { Members } from '../answers/schemaParts';
import { StandingAnswer, standingAnswer, standingTable } from '../answers/standardAnswer';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { Answer } from '../http/answer';
import { Operation } from '../http/operation';
import { noSuch } from '../http/requestProblems';
import { TrustPath } from '../trusts/trustPath';
import { FindStandards } from './findStandards';
import { ReadStanding } from './readStanding';
import { definitionsUsed } from './standardMetrics';
import { StandingQuery } from './standardQuery';
import { mustHaveMembers, standardOf, versionAskedFor } from './versionAskedFor';

/** Where a trust stands against a standard. */
@Controller('api/v1/trusts/:ods/standing')
@Allows('read')
export class StandingController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary:
      'Where a trust stands against a version of a standard, with the conditions, the entries and what is missing',
    answers: { 200: Members({ moment: MomentSchema, standing: StandingAnswer }) },
    problems: [
      ...['unknown-trust', 'unknown-standard', 'unknown-standard-version', 'no-version-in-force'],
      'illustration-has-no-members',
    ],
    table: true,
  })
  async read(@Param() { ods }: TrustPath, @Query() query: StandingQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    const { moment } = resolved;
    const standards = await this.queries.execute(new FindStandards(moment));
    const { definition } = versionAskedFor(
      standardOf(standards, query.standard),
      query.definition ?? 'in-force',
      moment,
    );
    mustHaveMembers(definition);
    const found = await this.queries.execute(new ReadStanding(moment, ods, definition));
    if (found === undefined) throw noSuch('trust', ods, 'GET /api/v1/trusts lists them.');
    const standing = standingAnswer(ods, query.standard, definition.version, found);
    return new Answer({
      body: { moment: resolved.answer(definitionsUsed(query.standard, definition)), standing },
      moment: resolved,
      table: standingTable(
        standing.lines.flatMap(({ from, conditions }) => conditions.map((condition) => ({ from, ...condition }))),
      ),
    });
  }
}
