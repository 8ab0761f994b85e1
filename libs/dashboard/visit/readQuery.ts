import { Problem } from '@milepost/platform';
import { addressParts } from './addressParts';

/** The parameters of the moment, which every page takes beside its own. */
export const MOMENT_PARAMETERS = ['asOf', 'recordedBy', 'publicBy'] as const;

export type Query = Readonly<Record<string, string>>;

/**
 * Reads an address's query. A parameter that a page does not know is refused by name, since a mistyped `asof` would
 * show another day than was asked for; so is one that is given twice. An empty one is a form's empty field and says nothing.
 * @throws Problem `unknown-parameter` (400).
 */
export function readQuery(address: string, known: readonly string[]): Query {
  const query: Record<string, string> = {};
  for (const [name, value] of addressParts(address).query) {
    if (!known.includes(name)) throw refused(name, `This page does not know "${name}" in its address.`);
    if (Object.hasOwn(query, name)) throw refused(name, `The address says "${name}" more than once.`);
    if (value !== '') query[name] = value;
  }
  return query;
}

function refused(parameter: string, detail: string): Problem {
  return new Problem({
    slug: 'unknown-parameter',
    title: 'Unknown parameter',
    status: 400,
    detail,
    errors: [{ parameter, detail }],
  });
}
