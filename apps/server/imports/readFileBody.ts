import { raw } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { wrongType } from '../http/readJsonBody';
import { bodyTooLarge } from '../http/requestProblems';

/** The largest of the files that people have: a thousand times the shipped record's would be a mistake. */
export const FILE_LIMIT = 20 * 1024 * 1024;

const read = raw({ limit: FILE_LIMIT, type: () => true });

/** Reads the body of an import: a file as text/csv, or nothing. */
export function readFileBody(request: Request, response: Response, next: NextFunction): void {
  const type = request.headers['content-type'];
  if (
    type === undefined &&
    request.headers['transfer-encoding'] === undefined &&
    !Number(request.headers['content-length'])
  ) {
    return next();
  }
  if (type === undefined || !/^text\/csv *(;|$)/i.test(type)) return next(wrongType(type, 'text/csv'));
  read(request, response, (error?: unknown) => {
    const isTooLarge = (error as { type?: unknown } | undefined)?.type === 'entity.too.large';
    next(isTooLarge ? bodyTooLarge(FILE_LIMIT) : error);
  });
}
