import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { formatDay } from '@milepost/domain';
import { LedgerContext, resolveMoment } from '@milepost/views';
import type { TrustRow } from '@milepost/views';
import { REGISTER_DEFINITIONS } from '../answers/definitionsUsed';
import { MomentSchema } from '../answers/momentSchema';
import { Members } from '../answers/schemaParts';
import { table } from '../answers/tables';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { Answer } from '../http/answer';
import { MomentQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { FindTrusts } from '../trusts/findTrusts';

const ReturnRow = Members(
  {
    ods_code: Type.String(),
    name: Type.String(),
    state: Type.Literal(''),
    as_at: Type.String({ format: 'date' }),
    precision: Type.Literal('day'),
    deployment: Type.Literal(''),
    source: Type.Literal(''),
    reported_on: Type.Literal(''),
  },
  'A line of a return, to be filled in. A line whose state stays empty says nothing.',
);
type ReturnRow = Static<typeof ReturnRow>;

/** The columns are those that a file of kind `returns` is imported by. */
const returnsTable = table<ReturnRow>({
  ods_code: (row) => row.ods_code,
  name: (row) => row.name,
  state: (row) => row.state,
  as_at: (row) => row.as_at,
  precision: (row) => row.precision,
  deployment: (row) => row.deployment,
  source: (row) => row.source,
  reported_on: (row) => row.reported_on,
});

/** More trusts than a register can hold within a page of the views. */
const PAGE = 500;

/** What trusts report of themselves, in one file. */
@Controller('api/v1/returns')
@Allows('read')
export class ReturnsController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get('template')
  @Operation({
    summary: 'A return to be filled in and imported: a line for each trust that is counted on the day',
    answers: { 200: Members({ moment: MomentSchema, items: Type.Array(ReturnRow) }) },
    table: true,
  })
  async template(@Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    const { moment } = resolved;
    const items: ReturnRow[] = [];
    for (let isWhole = false; !isWhole;) {
      const page = await this.queries.execute(new FindTrusts(moment, { scope: 'in' }, items.length, PAGE));
      items.push(...page.items.map((trust) => returnRow(trust, formatDay(moment.asOf))));
      isWhole = page.items.length < PAGE;
    }
    const body = { moment: resolved.answer(REGISTER_DEFINITIONS), items };
    return new Answer({ body, moment: resolved, table: returnsTable(items) });
  }
}

function returnRow({ ods, name }: TrustRow, asAt: string): ReturnRow {
  return {
    ods_code: ods,
    name,
    state: '',
    as_at: asAt,
    precision: 'day',
    deployment: '',
    source: '',
    reported_on: '',
  };
}
