import type { FieldError } from './fieldError';
import type { ProblemDocument } from './problemDocument';

export interface ProblemParts {
  /** Lower-case words joined by hyphens; stands in the address `/problems/{slug}` for ever. */
  readonly slug: string;
  /** The same for every problem of this slug. */
  readonly title: string;
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** What happened this time and what to do about it. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Seconds after which trying again makes sense; sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** Further members of the document, in camelCase; none may be named like one of RFC 9457. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A refusal that its reader can act on; the edge turns it into a problem document. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly slug: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly retryAfter: number | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(parts: ProblemParts) {
    super(`${parts.title}: ${parts.detail}`, { cause: parts.cause });
    this.slug = parts.slug;
    this.title = parts.title;
    this.status = parts.status;
    this.detail = parts.detail;
    this.errors = parts.errors ?? [];
    this.retryAfter = parts.retryAfter;
    this.extensions = parts.extensions ?? {};
  }

  /** The document to send; `instance` is the request's id. */
  document(instance?: string): ProblemDocument {
    return {
      ...this.extensions,
      type: `/problems/${this.slug}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...(instance === undefined ? {} : { instance }),
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
    };
  }
}
