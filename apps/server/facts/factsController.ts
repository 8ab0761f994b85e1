import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { HistoryItemAnswer, historyItemAnswer } from '../answers/historyAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members } from '../answers/schemaParts';
import { historyTable } from '../answers/tables';
import { FACTS } from '../answers/viewsNeeded';
import { Answer } from '../http/answer';
import { MomentQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { noSuch } from '../http/requestProblems';
import { FactPath } from './factPath';
import { ReadFact } from './readFact';

/** A fact with its versions. */
@Controller('api/v1/facts')
@Allows('read')
export class FactsController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get(':factId')
  @Operation({
    summary: 'A fact: every version, retraction and dispute of it',
    answers: {
      200: Members({
        moment: MomentSchema,
        fact: Type.String(),
        /** Id of the version in effect, which a correction must name; null where it is retracted. */
        effective: Type.Union([Type.String(), Type.Null()]),
        versions: Type.Array(HistoryItemAnswer),
      }),
    },
    problems: ['unknown-fact'],
    table: true,
  })
  async read(@Param() { factId }: FactPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, FACTS);
    const versions = (await this.queries.execute(new ReadFact(resolved.moment, factId))).map(historyItemAnswer);
    if (versions.length === 0) throw noSuch('fact', factId, 'The history of a trust names the facts about it.');
    const effective = versions.find((version) => version.effective)?.id ?? null;
    return new Answer({
      body: { moment: resolved.answer(), fact: factId, effective, versions },
      moment: resolved,
      table: historyTable(versions),
    });
  }
}
