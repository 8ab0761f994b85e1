import { createHash } from 'node:crypto';
import { Problem } from '@milepost/platform';

/** Query parameters that say where in a list, and of which moment, but not which list. */
const PLACE = ['cursor', 'after', 'limit', 'asOf', 'recordedBy', 'publicBy'];

/** The parameters that choose what is in a list, as texts, in a fixed order. */
export function filtersOf(query: object): Record<string, string> {
  const chosen = Object.entries(query)
    .filter(([name, value]) => value !== undefined && !PLACE.includes(name))
    .map(([name, value]): [string, string] => [name, String(value)]);
  return Object.fromEntries(chosen.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A place in one list: whole numbers (or null), and a hash of the list's path and filters, so that it cannot be used for another question.
 * It is no secret and no proof: whoever makes one up asks a question that could be asked without it.
 */
export function writeCursor(path: string, filters: Record<string, string>, place: readonly (number | null)[]): string {
  return Buffer.from(JSON.stringify([listHash(path, filters), ...place])).toString('base64url');
}

/** @throws Problem 400 `invalid-cursor` where it is none of this list with so many numbers */
export function readCursor(
  cursor: string,
  path: string,
  filters: Record<string, string>,
  length: number,
): readonly (number | null)[] {
  const [hash, ...place] = partsOf(cursor);
  const isPlace = (part: unknown): part is number | null => part === null || Number.isSafeInteger(part);
  if (hash !== listHash(path, filters) || place.length !== length || !place.every(isPlace)) throw invalidCursor();
  return place;
}

export function invalidCursor(): Problem {
  const detail = 'Use the cursor of the page before as it came, with the same filters, or start again without one.';
  return new Problem({
    slug: 'invalid-cursor',
    title: 'No such cursor',
    status: 400,
    detail,
    errors: [{ parameter: 'cursor', detail }],
  });
}

function listHash(path: string, filters: Record<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([path, filters]))
    .digest('base64url')
    .slice(0, 12);
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
