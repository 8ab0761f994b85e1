/** One thing wrong with a request's content. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, for example `/occurredOn`; `""` is the body itself. */
  readonly pointer?: string;
  /** A query parameter, header or path parameter, where it is not the body. */
  readonly parameter?: string;
  /** A sentence that says what would be right. */
  readonly detail: string;
}
