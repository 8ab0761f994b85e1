import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { besideClaim, LedgerContext } from '@milepost/views';
import type { BesideClaim, FactView, Moment, Page } from '@milepost/views';

/** A public statement, and what the record can show beside it. */
export interface StatementBeside {
  readonly fact: FactView;
  readonly beside: BesideClaim;
}

/** Public statements, newest first, each with what the record can show for the days that it is about. */
export class FindStatements extends Query<Page<StatementBeside>> {
  constructor(
    readonly moment: Moment,
    readonly offset: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(FindStatements)
export class FindStatementsHandler implements IQueryHandler<FindStatements> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, offset, limit }: FindStatements): Promise<Page<StatementBeside>> {
    const questions = this.context.questions();
    const { items, total } = questions.facts(moment, 'statement', offset, limit);
    return Promise.resolve({
      items: items.map((fact) => ({ fact, beside: besideClaim(questions, moment, fact) })),
      total,
    });
  }
}
