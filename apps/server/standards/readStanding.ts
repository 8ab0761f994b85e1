import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { StandardDefinition } from '@milepost/domain';
import { LedgerContext } from '@milepost/views';
import type { Moment, TrustStanding } from '@milepost/views';

/** Where a trust stands against a version of a standard, and why; undefined where the record knows no such trust. */
export class ReadStanding extends Query<TrustStanding | undefined> {
  constructor(
    readonly moment: Moment,
    readonly ods: string,
    readonly definition: StandardDefinition,
  ) {
    super();
  }
}

@QueryHandler(ReadStanding)
export class ReadStandingHandler implements IQueryHandler<ReadStanding> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, ods, definition }: ReadStanding): Promise<TrustStanding | undefined> {
    const questions = this.context.questions();
    const known = questions.trust(moment, ods) !== undefined;
    return Promise.resolve(known ? questions.standards.standing(moment, ods, definition) : undefined);
  }
}
