import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { MomentSchema } from '../answers/momentSchema';
import { Members, Nullable, WindowAnswer } from '../answers/schemaParts';
import { FACTS } from '../answers/viewsNeeded';
import { windowAnswer } from '../answers/windowAnswer';
import { Answer } from '../http/answer';
import { MomentQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { FindIcbs } from './findIcbs';

const IcbAnswer = Members({
  code: Type.String(),
  name: Type.String(),
  region: Type.String(),
  regionName: Type.String(),
  opened: Nullable(WindowAnswer),
  closed: Nullable(WindowAnswer),
});

/** What else the record holds. */
@Controller('api/v1')
@Allows('read')
export class CatalogueController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get('icbs')
  @Operation({
    summary: 'Integrated care boards',
    answers: { 200: Members({ moment: MomentSchema, items: Type.Array(IcbAnswer) }) },
  })
  async icbs(@Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, FACTS);
    const views = await this.queries.execute(new FindIcbs(resolved.moment));
    const items = views.map(({ code, name, region, regionName, opened, closed }) => ({
      code,
      name,
      region,
      regionName,
      opened: opened === undefined ? null : windowAnswer(opened),
      closed: closed === undefined ? null : windowAnswer(closed),
    }));
    return new Answer({ body: { moment: resolved.answer(), items }, moment: resolved });
  }
}
