import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Problem } from '@milepost/platform';
import { bodyProblem } from './bodyProblem';
import { isSkipped } from './isSkipped';
import { invalidRequest, wrongType } from './requestProblems';

/** A milestone with its source and notes is a few kilobytes; the ledger's own limit of an event is far above. */
export const BODY_LIMIT = 256 * 1024;

/** Nothing of ours is nested deeper than a few levels; what is would only exhaust the stack of whoever walks through it. */
const DEEPEST = 20;

const parse = json({ limit: BODY_LIMIT, strict: true, type: () => true, verify: mustBeUtf8 });

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
      if (error !== undefined) return next(bodyProblem(error, BODY_LIMIT, 'application/json'));
      next(flawOf(request.body, DEEPEST));
    });
  };
}

/** Bytes that are no UTF-8 would be replaced in silence, and recorded so. */
function mustBeUtf8(_request: IncomingMessage, _response: ServerResponse, bytes: Buffer): void {
  if (!isUtf8(bytes)) throw new Error('The body is not UTF-8.');
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** What is wrong with any JSON body, whatever it is for. */
function flawOf(value: unknown, levels: number, above = ''): Problem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return invalidRequest([{ pointer: '', detail: `Nest at most ${DEEPEST} levels.` }]);
  const skipped = Object.keys(value).find(isSkipped);
  if (skipped !== undefined) {
    return invalidRequest([{ pointer: `${above}/${skipped}`, detail: `There is no field "${skipped}" here.` }]);
  }
  for (const [name, member] of Object.entries(value)) {
    const flaw = flawOf(member, levels - 1, `${above}/${name}`);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}
