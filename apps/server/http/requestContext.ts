import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdmittedRequest } from '@milepost/access';

/** What the edge knows of a request beyond what Express parsed. */
export interface MilepostRequest extends AdmittedRequest {
  /** `urn:uuid:…`: in the answer's `Request-Id`, as `instance` of a problem, in logs and in events' `$correlationId`. */
  requestId: string;
  /** Path below the base path as it was sent, without query and without a format's ending. */
  sentPath: string;
  /** When it came, by `performance.now()`: what it may take is counted from here. */
  begunAt: number;
  /** The format that the address's ending asked for. */
  ending?: 'csv' | 'jsonl';
  body?: unknown;
}

const ENDING = /\.(csv|jsonl)$/;

/** Names the request and takes a format's ending off API addresses, so that a table has one route whatever its format. */
export function nameRequest(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const named = request as MilepostRequest;
  named.begunAt = performance.now();
  named.requestId = `urn:uuid:${randomUUID()}`;
  response.setHeader('Request-Id', named.requestId);
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  const ending = path.startsWith('/api/') ? ENDING.exec(path)?.[1] : undefined;
  named.sentPath = ending === undefined ? path : path.slice(0, -ending.length - 1);
  if (ending !== undefined) {
    named.ending = ending as 'csv' | 'jsonl';
    request.url = named.sentPath + (query === undefined ? '' : `?${query}`);
  }
  next();
}
