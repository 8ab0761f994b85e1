import { Problem } from '@milepost/platform';
import { Catch, HttpException, Injectable, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Pages } from '../visit/pages';
import { problemPage } from '../pages/problemPage';
import { unknownAddress } from './unknownAddress';

/** Turns whatever stood in the way of a page into a page that says what to do. */
@Catch()
@Injectable()
export class PageErrors implements ExceptionFilter {
  private readonly logger = new Logger('Pages');

  constructor(private readonly pages: Pages) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    await this.send(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Also for a server's own filter, which hands on what no route of its own answered. */
  async send(error: unknown, request: Request, response: Response): Promise<void> {
    const problem = problemOf(error, request);
    if (problem.status >= 500 && problem.slug === 'internal-error') this.logger.error(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const headers = {
      ...(problem.retryAfter === undefined ? {} : { 'Retry-After': String(problem.retryAfter) }),
      ...(problem.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="Milepost"' } : {}),
    };
    const view = problemPage(problem, requestId(request), `${this.pages.context.basePath}/`);
    await this.pages.showBare(request, response, view, { path: request.path, status: problem.status, headers });
  }
}

function problemOf(error: unknown, request: Request): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException && error.getStatus() === 404) return unknownAddress(request.url);
  if (error instanceof HttpException && error.getStatus() < 500) {
    return new Problem({
      slug: 'invalid-request',
      title: 'Invalid request',
      status: error.getStatus(),
      detail: error.message,
      cause: error,
    });
  }
  if (error instanceof Error && error.name === 'ViewsBehind') return behind(error);
  return new Problem({
    slug: 'internal-error',
    title: 'Sorry, there is a problem with Milepost',
    status: 500,
    detail: 'The page could not be made. Nothing that is recorded was changed. Try again later.',
    cause: error,
  });
}

function behind(cause: Error): Problem {
  return new Problem({
    slug: 'views-behind',
    title: 'Not ready yet',
    status: 503,
    detail: 'The newest entries are still being worked in. Try again in a moment.',
    retryAfter: 1,
    cause,
  });
}

/** The id that the server gave this request, where it gives one: what to quote to the operator. */
function requestId(request: Request): string | undefined {
  const { requestId: id } = request as Request & { readonly requestId?: unknown };
  return typeof id === 'string' ? id : undefined;
}
