/** What the client's error objects say, read without its classes: several shapes of one fault are seen (its class, a plain `Error`). */

interface ClientError {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
}

/** Errors that are the store's answer to what was asked, so that the connection is fine. */
const ANSWERS = new Set([
  'stream-deleted',
  'stream-not-found',
  'wrong-expected-version',
  'maximum-append-size-exceeded',
  'access-denied',
  'invalid-argument',
]);

export function errorType(error: unknown): unknown {
  return (error as ClientError | undefined)?.type;
}

export function isAnswer(error: unknown): boolean {
  return ANSWERS.has(String(errorType(error))) || isNoSuchPosition(error);
}

/**
 * Of an append: whether the store answered this very append. Errors of the call that many appends share carry a status code,
 * and then nothing is known of any of them.
 */
export function isAnswerToThisAppend(error: unknown): boolean {
  return ANSWERS.has(String(errorType(error))) && (error as ClientError).code === undefined;
}

/** How servers answer a position that is no event's: the reference with an exception of its handler, others with INVALID_ARGUMENT. */
export function isNoSuchPosition(error: unknown): boolean {
  const { code, message } = (error ?? {}) as ClientError;
  if (code === 3) return true;
  return code === 2 && /Exception was thrown by handler|Unexpected ReadAllResult/.test(String(message));
}
