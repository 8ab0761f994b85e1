import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Matches } from 'class-validator';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import { ProblemPages } from '@milepost/dashboard';
import { LedgerContext } from '@milepost/views';
import { Members } from '../answers/schemaParts';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { nothingSoNamed } from '../http/requestProblems';
import { PROBLEM_CATALOGUE } from './problemCatalogue';

class ProblemPath {
  @Matches(/^[a-z0-9-]{1,80}$/, { message: 'a problem is named by lower-case words and numbers joined by hyphens' })
  readonly slug!: string;
}

const ProblemEntryAnswer = Members({
  type: Type.String(),
  status: Type.Integer(),
  title: Type.String(),
  text: Type.String(),
});

/** The page behind the type of every problem. */
@Controller('problems')
@Allows('open')
export class ProblemsController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(ProblemPages) private readonly pages: ProblemPages,
  ) {}

  @Get()
  @Operation({
    summary: 'Every type of problem, and what to do about it',
    answers: { 200: Members({ items: Type.Array(ProblemEntryAnswer) }) },
  })
  async list(@Query() _query: NoQuery, @Req() request: MilepostRequest, @Res() response: Response): Promise<void> {
    const items = Object.keys(PROBLEM_CATALOGUE).map((slug) => this.item(slug));
    if (wantsPage(request)) return this.pages.all(request, response, items);
    response.json({ items });
  }

  @Get(':slug')
  @Operation({ summary: 'A type of problem, and what to do about it', answers: { 200: ProblemEntryAnswer } })
  async read(
    @Param() { slug }: ProblemPath,
    @Query() _query: NoQuery,
    @Req() request: MilepostRequest,
    @Res() response: Response,
  ): Promise<void> {
    const item = this.item(slug);
    if (wantsPage(request)) return this.pages.one(request, response, item);
    response.json(item);
  }

  private item(slug: string) {
    const entry = Object.hasOwn(PROBLEM_CATALOGUE, slug) ? PROBLEM_CATALOGUE[slug] : undefined;
    if (entry === undefined) throw nothingSoNamed([{ parameter: 'slug', detail: `No problem is called ${slug}.` }]);
    return { type: `${this.context.basePath}/problems/${slug}`, ...entry };
  }
}

function wantsPage({ headers }: MilepostRequest): boolean {
  return /\btext\/html\b/.test(headers.accept ?? '');
}
