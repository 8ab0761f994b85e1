import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import { Readiness } from '../health/readiness';
import { Answer } from './answer';
import type { AnswerParts } from './answer';
import { cacheControl, tagsOf } from './caching';
import { csvText } from './csvText';
import type { MilepostRequest } from './requestContext';

const TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;
type Format = keyof typeof TYPES;

/** Sends what handlers return: format, entity tag, caching, links. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<MilepostRequest>();
    const response = execution.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((returned: unknown) => {
        if (!(returned instanceof Answer)) return returned;
        return this.send(returned.parts, request, response);
      }),
    );
  }

  private send(parts: AnswerParts, request: MilepostRequest, response: Response): string | undefined {
    const format = formatOf(request, parts.table !== undefined);
    const text = textOf(parts, format);
    response.setHeader('Content-Type', TYPES[format]);
    const { lastFresh } = this.readiness;
    if (lastFresh !== undefined) response.setHeader('Milepost-Fresh-At', new Date(lastFresh).toISOString());
    response.setHeader('Vary', 'Accept, Authorization, Cookie');
    if (parts.next !== undefined) {
      response.setHeader('Link', `<${this.context.basePath}${parts.next}>; rel="next"`);
    }
    const { moment } = parts;
    response.setHeader('Cache-Control', cacheControl(moment, request.principal !== undefined));
    if (moment?.final === true) {
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
      response.setHeader('ETag', tag);
      if (tagsOf(request.headers['if-none-match']).includes(tag)) {
        response.status(304);
        return undefined;
      }
    } else if (parts.revision !== undefined) {
      response.setHeader('ETag', `"${parts.revision}"`);
    }
    return text;
  }
}

function formatOf({ ending, headers }: MilepostRequest, isTable: boolean): Format {
  const asked = ending ?? askedFor(headers.accept);
  if (asked === undefined) throw notAcceptable(headers.accept ?? '', isTable);
  if (asked === 'json' || isTable) return asked;
  throw notAcceptable(ending === undefined ? (headers.accept ?? '') : `.${ending}`, isTable);
}

/** The first of the types in the header that we have; enough for a choice of three. */
function askedFor(accept = '*/*'): Format | undefined {
  for (const part of accept.split(',')) {
    const type = part.split(';')[0]?.trim().toLowerCase();
    if (type === 'text/csv') return 'csv';
    if (type === 'application/jsonl' || type === 'application/x-ndjson') return 'jsonl';
    if (type === '*/*' || type === 'application/*' || type === 'application/json') return 'json';
  }
  return undefined;
}

function notAcceptable(asked: string, isTable: boolean): Problem {
  return new Problem({
    slug: 'not-acceptable',
    title: 'Not in this format',
    status: 406,
    detail: `This comes as application/json${isTable ? ', text/csv or application/jsonl' : ''}, not as ${asked}.`,
  });
}

function textOf({ body, table }: AnswerParts, format: Format): string {
  if (format === 'json' || table === undefined) return JSON.stringify(body);
  return format === 'csv' ? csvText(table) : table.rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
