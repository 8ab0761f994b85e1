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
import { invalidRequest } from '../http/requestProblems';
import { EntriesQuery, EntryPath, EntryQuery } from './entriesQuery';
import { ReadEntries } from './readEntries';

const CORRECTING = ['FactCorrected.v1', 'FactRetracted.v1', 'FactReinstated.v1'];
const MOST_NAMES = 20;

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
    const [size, after] = query.cursor === undefined ? [] : readCursor(query.cursor, sentPath, filters, 2);
    if (query.cursor !== undefined) refuseBeside(query, ['recordedBy']);
    const recordedBy = typeof size === 'number' ? `size:${size}` : query.recordedBy;
    const resolved = resolveRecord(this.context, recordedBy);
    const request = { ...this.requestOf(query), size: resolved.size, ...(typeof after === 'number' ? { after } : {}) };
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

  private requestOf(query: EntriesQuery): EntryPageRequest {
    const streams = listOf('concerns', query.concerns)?.map((subject) => `${this.context.ledger}.${subject}`);
    const types = listOf('type', query.type) ?? (query.corrected === undefined ? undefined : CORRECTING);
    if (query.type !== undefined && query.corrected !== undefined) {
      const detail = 'Ask by type or for what was corrected, not for both.';
      throw invalidRequest([{ parameter: 'corrected', detail }]);
    }
    const from = instantOf('recordedFrom', query.recordedFrom);
    const before = instantOf('recordedBefore', query.recordedBefore);
    return {
      order: query.order ?? 'oldest-first',
      limit: query.limit,
      ...(streams === undefined ? {} : { streams }),
      ...(types === undefined ? {} : { types }),
      ...(query.actor === undefined ? {} : { actor: query.actor }),
      ...(from === undefined ? {} : { recordedFrom: from }),
      ...(before === undefined ? {} : { recordedBefore: before }),
    };
  }
}

function listOf(parameter: string, text: string | undefined): readonly string[] | undefined {
  const names = text?.split(',').filter((name) => name !== '');
  if (names === undefined || names.length <= MOST_NAMES) return names;
  throw invalidRequest([{ parameter, detail: `Name at most ${MOST_NAMES} at once.` }]);
}

function instantOf(parameter: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(instant)) return instant;
  throw invalidRequest([{ parameter, detail: 'Write an instant with its offset: 2026-04-01T09:30:00Z.' }]);
}

function notYetRecorded(sequence: string, size: number): Problem {
  return new Problem({
    slug: 'not-yet-recorded',
    title: 'Not yet recorded',
    status: 404,
    detail: `Entry ${sequence} is not among the ${size} entries of this moment.`,
  });
}
