import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { EntryPage, EntryPageRequest } from '@milepost/ledger';
import { LedgerContext } from '@milepost/views';

/** A page of the audit trail. */
export class ReadEntries extends Query<EntryPage> {
  constructor(readonly page: EntryPageRequest) {
    super();
  }
}

@QueryHandler(ReadEntries)
export class ReadEntriesHandler implements IQueryHandler<ReadEntries> {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  execute({ page }: ReadEntries): Promise<EntryPage> {
    return Promise.resolve(this.context.reader().page(page));
  }
}
