import { formatDay } from '@milepost/domain';
import { resolveMoment } from '@milepost/views';
import type { AskedMoment, LedgerContext, ResolvedMoment } from '@milepost/views';
import { filtersOf, invalidCursor, readCursor, writeCursor } from './cursor';
import { LIMIT } from './momentQuery';
import type { PagedQuery } from './momentQuery';
import { invalidRequest } from './requestProblems';

/** Which page of which moment is asked for. */
export interface PageAsked {
  readonly resolved: ResolvedMoment;
  readonly offset: number;
  readonly limit: number;
  /** Address of the page from this offset on, relative to the base path. */
  next(offset: number): string;
}

const MOMENT = ['asOf', 'recordedBy', 'publicBy'] as const;

/**
 * Reads where a page begins. The cursor holds the whole moment, so that later pages are of the same one whatever is recorded meanwhile.
 * @param needs the views that will answer
 * @throws Problem 400 `invalid-cursor`, and those of the moment
 */
export function pageAsked(
  context: LedgerContext,
  path: string,
  query: PagedQuery,
  needs: readonly string[],
): PageAsked {
  const filters = filtersOf(query);
  const begun = query.cursor === undefined ? undefined : begunAt(query, query.cursor, path, filters);
  const resolved = resolveMoment(context, begun?.asked ?? query, needs);
  const limit = query.limit ?? LIMIT;
  const { asOf, size, publicBy } = resolved.moment;
  return {
    resolved,
    offset: begun?.offset ?? 0,
    limit,
    next: (offset) => {
      const cursor = writeCursor(path, filters, [asOf, size, publicBy ?? null, offset]);
      return `${path}?${new URLSearchParams({ ...filters, limit: String(limit), cursor }).toString()}`;
    },
  };
}

/** @throws Problem where the moment is said again beside the cursor: one of the two would be ignored */
export function refuseBeside(query: object, names: readonly string[]): void {
  const beside = names.filter((name) => (query as Record<string, unknown>)[name] !== undefined);
  if (beside.length === 0) return;
  const detail = 'The cursor carries the moment already; leave this out, or start again without the cursor.';
  throw invalidRequest(beside.map((parameter) => ({ parameter, detail })));
}

function begunAt(
  query: PagedQuery,
  cursor: string,
  path: string,
  filters: Record<string, string>,
): { asked: AskedMoment; offset: number } {
  refuseBeside(query, MOMENT);
  const [asOf, size, publicBy = null, offset] = readCursor(cursor, path, filters, 4);
  if (typeof asOf !== 'number' || typeof size !== 'number' || typeof offset !== 'number' || offset < 0) {
    throw invalidCursor();
  }
  return {
    asked: {
      asOf: dayText(asOf),
      recordedBy: `size:${size}`,
      publicBy: publicBy === null ? undefined : dayText(publicBy),
    },
    offset,
  };
}

/** A day of a cursor as text: of the years 0 to 9999, the ones that can be written. @throws Problem `invalid-cursor` */
export function dayText(day: number): string {
  if (day < -719_528 || day > 2_932_896) throw invalidCursor();
  return formatDay(day);
}
