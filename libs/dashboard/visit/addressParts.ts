/**
 * Path and query of a request's address. Split by hand, since `new URL` reads `//name` as another host, and throws where that is none:
 * whoever makes the page of an error must be able to read every address.
 */
export function addressParts(address: string): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  return { path, query: new URLSearchParams(query) };
}
