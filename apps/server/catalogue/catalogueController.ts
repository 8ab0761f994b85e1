import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { FactAnswer, factAnswer } from '../answers/factAnswer';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members, Nullable, WindowAnswer } from '../answers/schemaParts';
import { factsTable } from '../answers/tables';
import { FACTS } from '../answers/viewsNeeded';
import { windowAnswer } from '../answers/windowAnswer';
import { Answer } from '../http/answer';
import { MomentQuery, PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { FindFacts } from './findFacts';
import { FindIcbs } from './findIcbs';

const IcbAnswer = Members({
  code: Type.String(),
  name: Type.String(),
  region: Type.String(),
  regionName: Type.String(),
  opened: Nullable(WindowAnswer),
  closed: Nullable(WindowAnswer),
});

/** What else the record holds: plain lists of facts. */
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

  @Get('targets')
  @Operation({ summary: 'Targets and their changes, newest first', answers: { 200: ListOf(FactAnswer) }, table: true })
  targets(@Query() query: PagedQuery, @Req() request: MilepostRequest): Promise<Answer> {
    return this.facts('target', query, request);
  }

  private async facts(kind: string, query: PagedQuery, request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, FACTS);
    const page = await this.queries.execute(new FindFacts(asked.resolved.moment, kind, asked.offset, asked.limit));
    return listAnswer(asked, this.context.basePath, {
      items: page.items.map(factAnswer),
      total: page.total,
      table: factsTable,
    });
  }
}
