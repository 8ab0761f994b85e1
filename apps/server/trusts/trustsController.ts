import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import type { Problem } from '@milepost/platform';
import { LedgerContext, resolveMoment } from '@milepost/views';
import type { ResolvedMoment, TrustFilter } from '@milepost/views';
import { AssessmentAnswer, assessmentAnswer } from '../answers/assessmentAnswer';
import { REGISTER_DEFINITIONS } from '../answers/definitionsUsed';
import { FactAnswer, factAnswer } from '../answers/factAnswer';
import { HistoryItemAnswer, historyItemAnswer } from '../answers/historyAnswer';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members } from '../answers/schemaParts';
import { factsTable, historyTable, trustsTable } from '../answers/tables';
import { TrustAnswer, TrustRowAnswer, trustAnswer, trustRowAnswer } from '../answers/trustAnswer';
import { FACTS, REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { Answer } from '../http/answer';
import { MomentQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { noSuch } from '../http/requestProblems';
import { FindTrusts } from './findTrusts';
import { ReadAssessments } from './readAssessments';
import { ReadHistory } from './readHistory';
import { ReadTimeline } from './readTimeline';
import { ReadTrust } from './readTrust';
import { TrustPath } from './trustPath';
import { TrustsQuery } from './trustsQuery';

const UNKNOWN_TRUST = ['unknown-trust'];

/** The register and what is recorded about a trust. */
@Controller('api/v1/trusts')
@Allows('read')
export class TrustsController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({ summary: 'Trusts of the register', answers: { 200: ListOf(TrustRowAnswer) }, table: true })
  async list(@Query() query: TrustsQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, REGISTER_AND_EPR);
    const { moment } = asked.resolved;
    const page = await this.queries.execute(new FindTrusts(moment, filterOf(query), asked.offset, asked.limit));
    return listAnswer(asked, this.context.basePath, {
      items: page.items.map(trustRowAnswer),
      total: page.total,
      definitions: REGISTER_DEFINITIONS,
      table: trustsTable,
    });
  }

  @Get(':ods')
  @Operation({
    summary: 'A trust',
    answers: { 200: Members({ moment: MomentSchema, trust: TrustAnswer }) },
    problems: UNKNOWN_TRUST,
  })
  async read(@Param() { ods }: TrustPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    const trust = await this.trust(resolved, ods);
    const revision = this.context.reader().lastOfStream(`${this.context.ledger}.trust-${ods}`)?.revision;
    const current = resolved.final ? null : (revision?.toString() ?? null);
    return new Answer({
      body: { moment: resolved.answer(REGISTER_DEFINITIONS), trust: trustAnswer(trust, current) },
      moment: resolved,
      revision: current ?? undefined,
    });
  }

  @Get(':ods/timeline')
  @Operation({
    summary: 'EPR milestones and plans of a trust, in the order in which they were true',
    answers: { 200: Members({ moment: MomentSchema, items: Type.Array(FactAnswer) }) },
    problems: UNKNOWN_TRUST,
    table: true,
  })
  async timeline(@Param() { ods }: TrustPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    await this.trust(resolved, ods);
    const items = (await this.queries.execute(new ReadTimeline(resolved.moment, ods))).map(factAnswer);
    return new Answer({ body: { moment: resolved.answer(), items }, moment: resolved, table: factsTable(items) });
  }

  @Get(':ods/assessments')
  @Operation({
    summary: 'What a trust was assessed at, by framework and care setting',
    answers: { 200: Members({ moment: MomentSchema, items: Type.Array(AssessmentAnswer) }) },
    problems: UNKNOWN_TRUST,
    table: true,
  })
  async assessments(@Param() { ods }: TrustPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query);
    await this.trust(resolved, ods);
    const items = (await this.queries.execute(new ReadAssessments(resolved.moment, ods))).map(assessmentAnswer);
    const table = factsTable(items.map(({ fact }) => fact));
    return new Answer({ body: { moment: resolved.answer(), items }, moment: resolved, table });
  }

  @Get(':ods/history')
  @Operation({
    summary: 'Everything recorded about a trust, with corrections beside what they replaced',
    answers: { 200: Members({ moment: MomentSchema, items: Type.Array(HistoryItemAnswer) }) },
    problems: UNKNOWN_TRUST,
    table: true,
  })
  async history(@Param() { ods }: TrustPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, FACTS);
    const items = (await this.queries.execute(new ReadHistory(resolved.moment, ods))).map(historyItemAnswer);
    if (items.length === 0) throw unknownTrust(ods);
    return new Answer({ body: { moment: resolved.answer(), items }, moment: resolved, table: historyTable(items) });
  }

  private async trust({ moment }: ResolvedMoment, ods: string) {
    const trust = await this.queries.execute(new ReadTrust(moment, ods));
    if (trust === undefined) throw unknownTrust(ods);
    return trust;
  }
}

function unknownTrust(ods: string): Problem {
  return noSuch('trust', ods, 'Find its code at /api/v1/trusts?search=…');
}

function filterOf(query: TrustsQuery): TrustFilter {
  const { search, region, icb, type, eprState, scope, reported, order } = query;
  return {
    ...(search === undefined ? {} : { search }),
    ...(region === undefined ? {} : { region }),
    ...(icb === undefined ? {} : { icb }),
    ...(type === undefined ? {} : { type }),
    ...(eprState === undefined ? {} : { eprState }),
    ...(scope === undefined ? {} : { scope }),
    ...(reported === undefined ? {} : { reported: reported === 'true' }),
    ...(order === undefined ? {} : { order }),
  };
}
