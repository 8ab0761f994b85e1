import { json } from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Problem } from '@milepost/platform';
import { bodyTooLarge, invalidRequest } from './requestProblems';

/** A milestone with its source and notes is a few kilobytes; the ledger's own limit of an event is far above. */
export const BODY_LIMIT = 256 * 1024;

/** Nothing of ours is nested deeper than a few levels; what is would only exhaust the stack of whoever walks through it. */
const DEEPEST = 20;

const parse = json({ limit: BODY_LIMIT, strict: true, type: () => true });

/** Addresses that read their bodies themselves. */
export type ReadsItself = (path: string) => boolean;

/** Reads JSON bodies, and refuses every other type by name before a byte of it is parsed. */
export function readJsonBody(readsItself: ReadsItself): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!hasBody(request) || readsItself(request.path)) return next();
    const type = request.headers['content-type'];
    if (type === undefined || !/^application\/([a-z0-9.+-]+\+)?json *(;|$)/i.test(type)) {
      return next(wrongType(type, 'application/json'));
    }
    parse(request, response, (error?: unknown) => {
      if (error !== undefined) return next(problemOf(error));
      next(flawOf(request.body, DEEPEST));
    });
  };
}

export function wrongType(type: string | undefined, wanted: string): Problem {
  return new Problem({
    slug: 'unsupported-media-type',
    title: 'Wrong type of body',
    status: 415,
    detail: `The body is ${type === undefined ? 'of no named type' : `"${type}"`}; send ${wanted}.`,
  });
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Names that libraries skip over in silence, where everything unknown is to be refused by name. */
const SKIPPED = ['__proto__', 'constructor'];

/** What is wrong with any JSON body, whatever it is for. */
function flawOf(value: unknown, levels: number, above = ''): Problem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return invalidRequest([{ pointer: '', detail: `Nest at most ${DEEPEST} levels.` }]);
  const skipped = SKIPPED.find((name) => Object.hasOwn(value, name));
  if (skipped !== undefined) {
    return invalidRequest([{ pointer: `${above}/${skipped}`, detail: `There is no field "${skipped}" here.` }]);
  }
  for (const [name, member] of Object.entries(value)) {
    const flaw = flawOf(member, levels - 1, `${above}/${name}`);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

/** The parser's errors carry a `type`; what they quote of the body is not repeated. */
function problemOf(error: unknown): unknown {
  const type = (error as { type?: unknown }).type;
  switch (type) {
    case 'entity.too.large':
      return bodyTooLarge(BODY_LIMIT);
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return wrongType(`in another encoding`, 'application/json in UTF-8, plain or gzipped');
    case 'entity.parse.failed':
      return new Problem({
        slug: 'malformed-json',
        title: 'The body is not JSON',
        status: 400,
        detail: 'The body must be one JSON object in UTF-8. Check quotes, commas and brackets.',
      });
    case 'request.aborted':
    case 'request.size.invalid':
      return new Problem({
        slug: 'body-cut-off',
        title: 'The body was cut off',
        status: 400,
        detail: 'The body ended before its announced length. Send it again.',
      });
    default:
      return error;
  }
}
