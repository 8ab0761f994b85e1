import { raw } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { bodyProblem } from '../http/bodyProblem';
import { wrongType } from '../http/requestProblems';

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
    next(error === undefined ? undefined : bodyProblem(error, FILE_LIMIT, 'text/csv'));
  });
}
