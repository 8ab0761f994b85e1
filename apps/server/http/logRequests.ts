import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@milepost/platform';
import type { MilepostRequest } from './requestContext';

/** One line a request, at debug: no query, which may be private, and no header. */
export function logRequests(logger: Logger) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (!logger.isLevelEnabled('debug')) return next();
    const begun = performance.now();
    response.once('close', () => {
      const { requestId, sentPath } = request as MilepostRequest;
      logger.debug({
        requestId,
        method: request.method,
        path: sentPath,
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - begun),
        ...(response.writableFinished ? {} : { cutOff: true }),
      });
    });
    next();
  };
}
