/** An answer's body as what the test expects it to be. */
export function bodyOf<T>({ body }: { readonly body: unknown }): T {
  return body as T;
}
