import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { caseFileAt, LedgerContext, sizeHeldBy } from '@milepost/views';
import type { CaseFile, Moment } from '@milepost/views';

/** The case file of a target's last extension; undefined where the moment sees none. */
export class ReadCaseFile extends Query<CaseFile | undefined> {
  constructor(
    readonly moment: Moment,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ReadCaseFile)
export class ReadCaseFileHandler implements IQueryHandler<ReadCaseFile> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ moment, id }: ReadCaseFile): Promise<CaseFile | undefined> {
    return Promise.resolve(caseFileAt(this.context.questions(), moment, id, sizeHeldBy(this.context)));
  }
}
