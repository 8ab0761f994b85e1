import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import type { EntryPageRequest } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import { LedgerContext, resolveRecord } from '@milepost/views';
import { EntryAnswer, entryAnswer } from '../answers/entryAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { Members, Nullable } from '../answers/schemaParts';
import { entriesTable } from '../answers/tables';
import { Answer } from '../http/answer';
import { filtersOf, readCursor, writeCursor } from '../http/cursor';
import { Operation } from '../http/operation';
import { refuseBeside } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { EntriesQuery, EntryPath, EntryQuery } from './entriesQuery';
import { entryFilter } from './entryFilter';
import { ReadEntries } from './readEntries';

/** The audit trail: every entry as it was recorded. */
@Controller('api/v1/entries')
@Allows('read')
export class EntriesController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  @Operation({
    summary: 'Entries of the ledger',
    answers: {
      200: Members({ moment: MomentSchema, items: Type.Array(EntryAnswer), next: Nullable(Type.String()) }),
    },
    table: true,
  })
  async list(@Query() query: EntriesQuery, @Req() { sentPath }: MilepostRequest): Promise<Answer> {
    const filters = filtersOf(query);
    const begun = query.after === undefined ? undefined : Number(query.after);
    const [size, after = begun] = query.cursor === undefined ? [] : readCursor(query.cursor, sentPath, filters, 2);
    if (query.cursor !== undefined) refuseBeside(query, ['recordedBy', 'after']);
    const recordedBy = typeof size === 'number' ? `size:${size}` : query.recordedBy;
    const resolved = resolveRecord(this.context, recordedBy);
    const asked = entryFilter(query, this.context.ledger);
    const request: EntryPageRequest = {
      ...asked,
      order: query.order ?? 'oldest-first',
      limit: query.limit,
      size: resolved.size,
      ...(typeof after === 'number' ? { after } : {}),
    };
    const page = await this.queries.execute(new ReadEntries(request));
    const items = page.entries.map(entryAnswer);
    const next = page.next === undefined ? undefined : writeCursor(sentPath, filters, [resolved.size, page.next]);
    const address =
      next === undefined
        ? undefined
        : `${sentPath}?${new URLSearchParams({ ...filters, limit: String(query.limit), cursor: next }).toString()}`;
    return new Answer({
      body: {
        moment: resolved.answer(),
        items,
        next: address === undefined ? null : this.context.basePath + address,
      },
      moment: resolved,
      next: address,
      table: entriesTable(items),
    });
  }

  @Get(':sequence')
  @Operation({
    summary: 'An entry',
    answers: { 200: Members({ moment: MomentSchema, entry: EntryAnswer }) },
    problems: ['not-yet-recorded'],
  })
  read(@Param() { sequence }: EntryPath, @Query() { recordedBy }: EntryQuery): Answer {
    const resolved = resolveRecord(this.context, recordedBy);
    const number = Number(sequence);
    const entry = number < resolved.size ? this.context.reader().entry(number) : undefined;
    if (entry === undefined) throw notYetRecorded(sequence, resolved.size);
    return new Answer({ body: { moment: resolved.answer(), entry: entryAnswer(entry) }, moment: resolved });
  }
}

function notYetRecorded(sequence: string, size: number): Problem {
  return new Problem({
    slug: 'not-yet-recorded',
    title: 'Not yet recorded',
    status: 404,
    detail: `Entry ${sequence} is not among the ${size} entries of this moment.`,
  });
}
