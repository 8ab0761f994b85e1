import type { IncomingMessage } from 'node:http';
import type { Problem } from '@milepost/platform';
import { Catch, Injectable, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemPage } from '../pages/problemPage';
import { helpfulProblem } from '../problems/helpfulProblem';
import { signInNeeded } from '../signing/signInNeeded';
import { Pages } from '../visit/pages';
import { pageProblemOf } from './pageProblemOf';
import { unknownAddress } from './unknownAddress';

/** Turns whatever stood in the way of a page into a page that says what to do. */
@Catch()
@Injectable()
export class PageErrors implements ExceptionFilter {
  private readonly logger = new Logger('Pages');

  constructor(private readonly pages: Pages) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const problem = pageProblemOf(error, request.url);
    if (problem.slug === 'internal-error') this.logger.error(error);
    await this.answerAnyway(problem, request, http.getResponse<Response>());
  }

  /** For a server's own filter, which hands on what none of its routes answered when a page was asked for. */
  async send(problem: Problem, request: IncomingMessage, response: Response): Promise<void> {
    // What it says of an address that leads nowhere is meant for programs.
    await this.answerAnyway(problem.status === 404 ? unknownAddress(request.url ?? '') : problem, request, response);
  }

  /** Nobody catches what is thrown here: a page that cannot be made must end neither the program nor the wait of its reader. */
  private async answerAnyway(problem: Problem, request: IncomingMessage, response: Response): Promise<void> {
    try {
      await this.answer(problem, request, response);
    } catch (error) {
      this.logger.error(error);
      if (response.headersSent) response.destroy();
      else response.status(500).type('text/plain').send('Sorry, there is a problem with Milepost. Try again later.');
    }
  }

  private async answer(problem: Problem, request: IncomingMessage, response: Response): Promise<void> {
    // What was half sent cannot become a page; cutting it off keeps it from looking whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { basePath } = this.pages.context;
    const { url = '/' } = request;
    const told = problem.status === 401 ? signInNeeded(problem, basePath, url) : helpfulProblem(problem, basePath, url);
    const view = problemPage(told, requestId(request), `${basePath}/`);
    const [path = ''] = url.split('?');
    await this.pages.showBare(request, response, view, { path, status: problem.status, headers: headersOf(problem) });
  }
}

function headersOf({ retryAfter, status, extensions: { allowed } }: Problem): Readonly<Record<string, string>> {
  return {
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer realm="Milepost"' } : {}),
    ...(status === 405 && Array.isArray(allowed) ? { Allow: allowed.join(', ') } : {}),
  };
}

/** The id that the server gave this request, where it gives one: what to quote to the operator. */
function requestId(request: IncomingMessage): string | undefined {
  const { requestId: id } = request as IncomingMessage & { readonly requestId?: unknown };
  return typeof id === 'string' ? id : undefined;
}
