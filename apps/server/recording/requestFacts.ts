import type { Principal } from '@milepost/access';
import { canonicalText, sha256Hex } from '@milepost/event-store';
import type { Json } from '@milepost/event-store';
import type { MilepostRequest } from '../http/requestContext';
import { invalidRequest } from '../http/requestProblems';

/** What of a request goes into the events that it makes, and decides whether it is a repetition. */
export interface RequestFacts {
  readonly principal: Principal;
  readonly method: string;
  /** Path as sent, without base path and query. */
  readonly path: string;
  readonly requestId: string;
  /** Lower-case hex SHA-256 of the RFC 8785 text of the parsed body. */
  readonly requestHash: string;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
  readonly traceparent: string | undefined;
  /** Only to find out whether it would be refused: nothing is recorded. */
  readonly checkOnly?: true;
  /** When the request came, by `performance.now()`. */
  readonly begunAt: number;
}

const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Reads a request that passed the guard of a writing route. */
export function requestFacts(request: MilepostRequest): RequestFacts {
  const { principal, headers } = request;
  if (principal === undefined) throw new Error('A writing route was reached without a token.');
  const traceparent = headers.traceparent;
  return {
    principal,
    method: request.method ?? '',
    path: request.sentPath,
    requestId: request.requestId,
    requestHash: bodyHash(request.body ?? null),
    begunAt: request.begunAt,
    idempotencyKey: keyOf(headers['idempotency-key']),
    ifMatch: headers['if-match'],
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : undefined,
  };
}

/** Lower-case hex SHA-256 of the RFC 8785 text of a body, or of the bytes of a file: what a repetition must have the same. */
export function bodyHash(body: unknown): string {
  // As JSON a file would be a list of millions of numbers, and nothing else be answered while it is written.
  return sha256Hex(body instanceof Uint8Array ? body : canonicalText(body as Json));
}

/** @throws Problem 400 */
export function keyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  const detail = 'Send 1 to 200 visible ASCII characters, such as a UUID.';
  throw invalidRequest([{ parameter: 'Idempotency-Key', detail }]);
}
