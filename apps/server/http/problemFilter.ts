import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { PageErrors } from '@milepost/dashboard';
import type { Logger } from '@milepost/platform';
import { Problem } from '@milepost/platform';
import { allowedMethods, RouteCatalogue } from './routeCatalogue';
import type { MilepostRequest } from './requestContext';
import { methodNotAllowed, noSuchAddress } from './requestProblems';
import { problemOf } from './problemOf';
import { SERVER_LOGGER } from './serverLogger';

/** Answers every error of every kind with a problem document (RFC 9457), or with a page where a browser asked for one. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(RouteCatalogue) private readonly routes: RouteCatalogue,
    @Inject(PageErrors) private readonly pages: PageErrors,
    @Inject(SERVER_LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<MilepostRequest>();
    const response = http.getResponse<Response>();
    const problem = error instanceof HttpException ? this.ofNest(error, request) : problemOf(error);
    if (problem.status >= 500) {
      this.logger.error({ err: error, requestId: request.requestId, slug: problem.slug }, problem.title);
    }
    // What was half sent cannot become a problem; cutting it off keeps it from looking whole.
    if (response.headersSent) return void response.destroy();
    if (isForAPage(request)) return this.pages.send(problem, request, response);
    sendProblem(problem, request, response);
  }

  private ofNest(error: HttpException, { method = 'GET', sentPath }: MilepostRequest): Problem {
    if (error.getStatus() !== 404) return problemOf(error);
    const allowed = allowedMethods(this.routes, sentPath);
    return allowed.length > 0 ? methodNotAllowed(method, allowed) : noSuchAddress(method, sentPath);
  }
}

/** People are answered with a page, programs with a document. */
function isForAPage({ sentPath, headers }: MilepostRequest): boolean {
  if (/^\/(api|health|openapi\.json|audit)(\/|$)/.test(sentPath)) return false;
  return /\btext\/html\b/.test(headers.accept ?? '');
}

export function sendProblem(problem: Problem, request: MilepostRequest, response: Response): void {
  response.status(problem.status);
  response.setHeader('Cache-Control', 'no-store');
  if (problem.retryAfter !== undefined) response.setHeader('Retry-After', String(problem.retryAfter));
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="Milepost"');
  if (problem.status === 405) response.setHeader('Allow', (problem.extensions.allowed as string[]).join(', '));
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.end(JSON.stringify(problem.document(request.requestId)));
}
