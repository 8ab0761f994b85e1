import { HttpException } from '@nestjs/common';
import { Problem } from '@milepost/platform';
import { invalidRequest, storeAway } from './requestProblems';

/** By the error's name: the rooms that throw them know nothing of HTTP. */
const NAMED: Readonly<Record<string, (error: Error) => Problem>> = {
  StoreUnavailable: (error) =>
    storeAway(
      'Nothing was written. Reading goes on; send the request again when /health/ready says that the store is back.',
      error,
    ),
  OutcomeUnknown: (error) =>
    new Problem({
      slug: 'outcome-unknown',
      title: 'Whether it was recorded is not known',
      status: 503,
      detail:
        'The event store did not answer in time. Send the same request again with the same Idempotency-Key; it is recorded at most once. ' +
        'Without a key look at the history first.',
      retryAfter: 5,
      cause: error,
    }),
  WrongRevision: (error) =>
    new Problem({
      slug: 'written-meanwhile',
      title: 'Something else was recorded meanwhile',
      status: 409,
      detail: 'Others recorded on the same subject while this was decided. Send the request again.',
      cause: error,
    }),
  ViewsBehind: (error) =>
    new Problem({
      slug: 'views-behind',
      title: 'The views are not there yet',
      status: 503,
      detail: 'The ledger holds this moment, the views do not yet. Ask again.',
      retryAfter: 1,
      cause: error,
    }),
};

/** The problem that an error of any room or library becomes at the edge. What is not foreseen says nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof URIError) return badAddress();
  if (error instanceof HttpException && error.getStatus() < 500) return ofHttp(error);
  const known = error instanceof Error ? NAMED[error.name] : undefined;
  if (known !== undefined) return known(error as Error);
  return new Problem({
    slug: 'internal-error',
    title: 'An error of ours',
    status: 500,
    detail: 'Something went wrong that should not have. The log has it under the id in instance; please report it.',
    cause: error,
  });
}

function badAddress(): Problem {
  return invalidRequest([{ parameter: 'path', detail: 'The address holds a % that encodes no character.' }]);
}

function ofHttp(error: HttpException): Problem {
  if (error.getStatus() === 400) return badAddress();
  return new Problem({
    slug: 'refused',
    title: 'Refused',
    status: error.getStatus(),
    detail: error.message,
    cause: error,
  });
}
