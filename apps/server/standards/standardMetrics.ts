import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { scopeRule } from '@milepost/domain';
import type { StandardDefinition } from '@milepost/domain';
import { LedgerContext, resolveMoment } from '@milepost/views';
import type { Moment } from '@milepost/views';
import { pointAnswer } from '../answers/figureAnswer';
import { listAnswer } from '../answers/listAnswer';
import { standardFigureAnswer, standardMemberAnswer, standardMembersTable } from '../answers/standardAnswer';
import { figureTable, seriesTable } from '../answers/tables';
import { REGISTER } from '../answers/viewsNeeded';
import type { FigureQuery, SeriesQuery } from '../figures/figureQuery';
import { seriesPeriod } from '../figures/seriesPeriod';
import { Answer } from '../http/answer';
import type { PagedQuery } from '../http/momentQuery';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { FindStandards } from './findStandards';
import { ReadStandardFigure, ReadStandardMembers, ReadStandardSeries } from './readStandardFigure';
import { mustHaveMembers, standardOf, versionAskedFor } from './versionAskedFor';

/** `meets:{standard}@{version}`: how many trusts meet a version of a standard. */
export interface StandardMetric {
  readonly metric: string;
  readonly standard: string;
  readonly version: string;
}

const FORM = /^meets:([a-z0-9-]+)@([a-z0-9.-]+)$/;

/** Reads the name of a metric; undefined where it is not about a standard. */
export function standardMetric(metric: string): StandardMetric | undefined {
  const [, standard, version] = FORM.exec(metric) ?? [];
  return standard === undefined || version === undefined ? undefined : { metric, standard, version };
}

/** The definitions that an answer about a version used: the version with its merger policy, and who is counted. */
export function definitionsUsed(standard: string, { version, mergerPolicy }: StandardDefinition): string[] {
  return [`meets:${standard}@${version}, ${mergerPolicy}`, scopeRule.id];
}

/** Answers for the metrics of standards as figures are answered for. */
@Injectable()
export class StandardMetrics {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /** @throws Problem `illustration-has-no-members` for small groups, which would be members by another name */
  async figure(asked: StandardMetric, query: FigureQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER);
    const definition = await this.definition(resolved.moment, asked);
    if (query.by !== undefined && query.by !== 'region') mustHaveMembers(definition);
    const view = await this.queries.execute(new ReadStandardFigure(resolved.moment, definition, query.by));
    const [used = ''] = definitionsUsed(asked.standard, definition);
    const figure = { metric: asked.metric, definition: used, ...standardFigureAnswer(view, query.by) };
    const body = { moment: resolved.answer(definitionsUsed(asked.standard, definition)), figure };
    return new Answer({ body, moment: resolved, table: figureTable(figure) });
  }

  /** @throws Problem `illustration-has-no-members` */
  async members(asked: StandardMetric, query: PagedQuery, request: MilepostRequest): Promise<Answer> {
    const page = pageAsked(this.context, request.sentPath, query, REGISTER);
    const { moment } = page.resolved;
    const definition = await this.definition(moment, asked);
    mustHaveMembers(definition);
    const { items, total } = await this.queries.execute(
      new ReadStandardMembers(moment, definition, page.offset, page.limit),
    );
    return listAnswer(page, this.context.basePath, {
      items: items.map(standardMemberAnswer),
      total,
      definitions: definitionsUsed(asked.standard, definition),
      table: standardMembersTable,
    });
  }

  async series(asked: StandardMetric, query: SeriesQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER);
    const definition = await this.definition(resolved.moment, asked);
    const { from, to, every } = seriesPeriod(query, resolved.moment);
    const points = await this.queries.execute(new ReadStandardSeries(resolved.moment, definition, from, to, every));
    const answered = points.map(pointAnswer);
    const moment = resolved.answer(definitionsUsed(asked.standard, definition));
    const body = { moment, metric: asked.metric, every, points: answered };
    return new Answer({ body, moment: resolved, table: seriesTable(answered) });
  }

  private async definition(moment: Moment, { standard, version }: StandardMetric): Promise<StandardDefinition> {
    const standards = await this.queries.execute(new FindStandards(moment));
    return versionAskedFor(standardOf(standards, standard), version, moment).definition;
  }
}
