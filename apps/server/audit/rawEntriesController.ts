import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import { Problem } from '@milepost/platform';
import { LedgerContext, resolveRecord } from '@milepost/views';
import type { ResolvedRecord } from '@milepost/views';
import { cacheControl, tagsOf } from '../http/caching';
import { Operation } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { invalidRequest } from '../http/requestProblems';
import { RawEntriesQuery } from './rawEntriesQuery';
import { sendRawEntries } from './sendRawEntries';

/** The bytes that the root is the hash of, for whoever wants to compute it themselves. */
@Controller('audit')
@Allows('read')
export class RawEntriesController {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  @Get('entries.jsonl')
  @Operation({
    summary: 'The bytes of entries, exactly as they are hashed, each followed by a line feed',
    answers: { 200: Type.String() },
    problems: ['not-yet-recorded'],
    as: 'application/jsonl',
  })
  async entries(
    @Query() query: RawEntriesQuery,
    @Req() request: MilepostRequest,
    @Res() response: Response,
  ): Promise<void> {
    const resolved = resolveRecord(this.context, query.recordedBy);
    const range = rangeOf(query, resolved.size);
    const tag = this.tagOf(range);
    response.set({
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Cache-Control': cacheControl(resolved, request.principal !== undefined),
      ETag: tag,
      Vary: 'Authorization, Cookie',
    });
    if (tagsOf(request.headers['if-none-match']).includes(tag)) response.status(304);
    if (request.method === 'HEAD' || response.statusCode === 304) response.end();
    else await sendRawEntries(() => this.context.reader(), range, response);
  }

  /** The root over the entries up to the last one says what all of them are, so nothing needs to be read to know them again. */
  private tagOf({ from, end }: Range): string {
    return `"${from}-${end}-${Buffer.from(this.context.reader().rootAt(end)).toString('base64url')}"`;
  }
}

/** Entries from `from` on, up to but without `end`. */
export interface Range {
  readonly from: number;
  readonly end: number;
}

/** @throws Problem 404 `not-yet-recorded` beyond the position, 400 where the range is none */
function rangeOf(query: RawEntriesQuery, size: ResolvedRecord['size']): Range {
  const from = Number(query.from ?? 0);
  const end = query.to === undefined ? size : Number(query.to) + 1;
  if (end > size || from > size) {
    const missing = end > size ? end - 1 : from;
    throw new Problem({
      slug: 'not-yet-recorded',
      title: 'Not yet recorded',
      status: 404,
      detail: `Entry ${missing} is not among the ${size} entries of this position.`,
    });
  }
  if (from > end || (query.to !== undefined && from === end)) {
    throw invalidRequest([{ parameter: 'to', detail: 'The last entry comes before the first one.' }]);
  }
  return { from, end };
}
