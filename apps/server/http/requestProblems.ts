import { Problem } from '@milepost/platform';
import type { FieldError } from '@milepost/platform';

/** Refusals that any route can give. */

export function bodyTooLarge(limit: number): Problem {
  return new Problem({
    slug: 'body-too-large',
    title: 'The body is too large',
    status: 413,
    detail: `A body may have ${limit} bytes here. Send less at a time.`,
    extensions: { limitBytes: limit },
  });
}

export function wrongType(type: string | undefined, wanted: string): Problem {
  return new Problem({
    slug: 'unsupported-media-type',
    title: 'Wrong type of body',
    status: 415,
    detail: `The body is ${type === undefined ? 'of no named type' : `"${type}"`}; send ${wanted}.`,
  });
}

/** 400: fields of the body, or parameters of the address, that cannot be used. Every one is named. */
export function invalidRequest(errors: readonly FieldError[]): Problem {
  const where = errors.map(({ pointer, parameter }) => parameter ?? (pointer === '' ? 'the body' : pointer)).join(', ');
  return new Problem({
    slug: 'invalid-request',
    title: 'The request cannot be read',
    status: 400,
    detail: `Put right: ${where}. What is wrong with each stands in errors.`,
    errors,
  });
}

export function noSuchAddress(method: string, path: string): Problem {
  return new Problem({
    slug: 'not-found',
    title: 'Nothing is here',
    status: 404,
    detail: `There is no ${method} ${path}. The interface is described at /openapi.json.`,
  });
}

/** 404: a part of the path has not even the form of a name. */
export function nothingSoNamed(errors: readonly FieldError[]): Problem {
  return new Problem({
    slug: 'not-found',
    title: 'Nothing is here',
    status: 404,
    detail: `Nothing can be at this address. ${errors.map(({ detail }) => detail).join(' ')}`,
    errors,
  });
}

export function noSuch(what: string, id: string, hint: string): Problem {
  return new Problem({
    slug: `unknown-${what}`,
    title: `No such ${what}`,
    status: 404,
    detail: `There is no ${what} ${id} in this record at the moment asked about. ${hint}`,
  });
}

export function methodNotAllowed(method: string, allowed: readonly string[]): Problem {
  return new Problem({
    slug: 'method-not-allowed',
    title: 'This address does something else',
    status: 405,
    detail: `${method} is not for this address; it takes ${allowed.join(', ')}.`,
    extensions: { allowed },
  });
}

export function storeAway(detail: string, cause?: unknown): Problem {
  return new Problem({
    slug: 'store-unavailable',
    title: 'The event store cannot be reached',
    status: 503,
    detail,
    retryAfter: 5,
    cause,
  });
}
