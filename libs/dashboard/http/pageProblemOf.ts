import { Problem } from '@milepost/platform';
import { HttpException } from '@nestjs/common';
import { unknownAddress } from './unknownAddress';

/** Errors of other rooms by their name: those rooms know nothing of pages. */
const NAMED: Readonly<Record<string, (cause: Error) => Problem>> = {
  ViewsBehind: (cause) =>
    new Problem({
      slug: 'views-behind',
      title: 'Not ready yet',
      status: 503,
      detail: 'The newest entries are still being worked in.',
      retryAfter: 1,
      cause,
    }),
  StoreUnavailable: (cause) =>
    new Problem({
      slug: 'store-unavailable',
      title: 'The event store cannot be reached',
      status: 503,
      detail: 'Your token cannot be checked while the event store is away.',
      retryAfter: 5,
      cause,
    }),
  OutcomeUnknown: (cause) =>
    new Problem({
      slug: 'outcome-unknown',
      title: 'Whether it was recorded is not known',
      status: 503,
      detail: 'The event store did not answer in time. Go back and send it again: it is recorded once at most.',
      retryAfter: 5,
      cause,
    }),
  WrongRevision: (cause) =>
    new Problem({
      slug: 'written-meanwhile',
      title: 'Something else was recorded meanwhile',
      status: 409,
      detail: 'Nothing of what you sent was recorded. Go back and send it again.',
      cause,
    }),
};

/** The problem that an error becomes on a page. What is not foreseen says nothing of its inside. */
export function pageProblemOf(error: unknown, address: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException && error.getStatus() === 404) return unknownAddress(address);
  if (error instanceof HttpException && error.getStatus() < 500) return refused(error);
  if (error instanceof Error && Object.hasOwn(NAMED, error.name))
    return NAMED[error.name]?.(error) ?? unforeseen(error);
  return unforeseen(error);
}

function refused(cause: HttpException): Problem {
  const { message: detail } = cause;
  return new Problem({ slug: 'invalid-request', title: 'Invalid request', status: cause.getStatus(), detail, cause });
}

function unforeseen(cause: unknown): Problem {
  return new Problem({
    slug: 'internal-error',
    title: 'Sorry, there is a problem with Milepost',
    status: 500,
    detail: 'The page could not be made. Try again later. If you sent something, look first whether it is recorded.',
    cause,
  });
}
