/**
 * Where the interface for programs gives the numbers of a text, one after the other as they stand in it: what a page says in
 * `data-api`, so that whoever reads it, a test first of all, can hold each number against the interface's.
 *
 * @param address of the answer, at the page's moment
 * @param numbers a JSON pointer (RFC 6901, as a fragment) for each number; after `+` or `-` it is added to or taken from the number before, after `%` that is a percentage of it
 */
export function fromApi(address: string, ...numbers: readonly string[]): string {
  const [first = '', ...more] = numbers.map((number) => number.replace(/^[+%-]?/, '$&#'));
  return [`${address}${first}`, ...more].join(' ');
}

/** A member's name as a part of a pointer. */
export function pointerPart(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
