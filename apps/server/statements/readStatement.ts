import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { besideClaim, LedgerContext } from '@milepost/views';
import type { Moment } from '@milepost/views';
import type { StatementBeside } from './findStatements';

/** One public statement by its id; undefined where the moment sees none. */
export class ReadStatement extends Query<StatementBeside | undefined> {
  constructor(
    readonly moment: Moment,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ReadStatement)
export class ReadStatementHandler implements IQueryHandler<ReadStatement> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, id }: ReadStatement): Promise<StatementBeside | undefined> {
    const questions = this.context.questions();
    const fact = questions.factsAbout(moment, 'statement', id).find(({ type }) => type === 'StatementPublished.v1');
    return Promise.resolve(fact && { fact, beside: besideClaim(questions, moment, fact) });
  }
}
