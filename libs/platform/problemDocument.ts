import type { FieldError } from './fieldError';

/** What is sent as `application/problem+json` (RFC 9457). */
export interface ProblemDocument {
  /** `/problems/{slug}`: stable, and a page that says what to do. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request's id. */
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  /** Members of its own that a type of problem adds (RFC 9457 section 3.2). */
  readonly [extension: string]: unknown;
}
