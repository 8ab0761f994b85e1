import { Problem } from '@milepost/platform';
import { mustBeComparable, resolveMoment } from '@milepost/views';
import type { AskedMoment, LedgerContext, Moment, MomentAnswer, ResolvedMoment } from '@milepost/views';
import { Type } from '@sinclair/typebox';
import type { TSchema } from '@sinclair/typebox';
import { MomentSchema } from '../answers/momentSchema';
import { Members, Nullable } from '../answers/schemaParts';
import { Answer } from '../http/answer';
import type { Table } from '../http/answer';
import { invalidCursor, readCursor, writeCursor } from '../http/cursor';
import { LIMIT } from '../http/momentQuery';
import { dayText, refuseBeside } from '../http/paging';
import type { PagedTwoMomentsQuery, TwoMomentsQuery } from './twoMomentsQuery';

export const MomentsSchema = Members(
  { from: MomentSchema, to: MomentSchema },
  'The two moments that this was answered for.',
);

/** Two moments that can be compared, resolved. */
export interface TwoMoments {
  readonly from: Moment;
  readonly to: Moment;
  /** Both together: final and pinned where both are. */
  readonly resolved: Pick<ResolvedMoment, 'final' | 'pinned'>;
  answer(from: readonly string[], to: readonly string[]): { readonly from: MomentAnswer; readonly to: MomentAnswer };
}

/**
 * @param needs the views that will answer
 * @throws Problem `moments-not-comparable` (400), and those of a moment, naming the parameter with its side
 */
export function twoMoments(context: LedgerContext, query: TwoMomentsQuery, needs: readonly string[]): TwoMoments {
  const from = side(context, query, 'from', needs);
  const to = side(context, query, 'to', needs);
  mustBeComparable(from.moment, to.moment);
  return {
    from: from.moment,
    to: to.moment,
    resolved: { final: from.final && to.final, pinned: from.pinned && to.pinned },
    answer: (ofFrom, ofTo) => ({ from: from.answer(ofFrom), to: to.answer(ofTo) }),
  };
}

function side(
  context: LedgerContext,
  query: TwoMomentsQuery,
  name: 'from' | 'to',
  needs: readonly string[],
): ResolvedMoment {
  const asked: AskedMoment = {
    asOf: query[`${name}.asOf`],
    recordedBy: query[`${name}.recordedBy`],
    publicBy: query[`${name}.publicBy`],
  };
  try {
    return resolveMoment(context, asked, needs);
  } catch (error) {
    throw error instanceof Problem ? onSide(error, name) : error;
  }
}

/** The same problem, its parameters named as they were sent. */
function onSide(
  { slug, title, status, detail, errors, retryAfter, extensions, cause }: Problem,
  name: string,
): Problem {
  return new Problem({
    ...{ slug, title, status, detail, extensions, cause },
    ...(retryAfter === undefined ? {} : { retryAfter }),
    errors: errors.map((one) =>
      one.parameter === undefined ? one : { ...one, parameter: `${name}.${one.parameter}` },
    ),
  });
}

/** Which page of a list about two moments is asked for. */
export interface TwoMomentsPage {
  readonly moments: TwoMoments;
  readonly offset: number;
  readonly limit: number;
  /** Address of the page from this offset on, relative to the base path. */
  next(offset: number): string;
}

const SIDES = ['from', 'to'].flatMap((name) => ['asOf', 'recordedBy', 'publicBy'].map((part) => `${name}.${part}`));

/**
 * The cursor holds both moments whole.
 * @param filters the parameters that choose what is in the list
 * @throws Problem 400 `invalid-cursor`, and those of the moments
 */
export function twoMomentsPage(
  context: LedgerContext,
  path: string,
  query: PagedTwoMomentsQuery,
  filters: Record<string, string>,
  needs: readonly string[],
): TwoMomentsPage {
  const begun = query.cursor === undefined ? undefined : begunAt(query, query.cursor, path, filters);
  const moments = twoMoments(context, begun?.asked ?? query, needs);
  const limit = query.limit ?? LIMIT;
  return {
    moments,
    offset: begun?.offset ?? 0,
    limit,
    next: (offset) => {
      const places = [moments.from, moments.to].flatMap(({ asOf, size, publicBy }) => [asOf, size, publicBy ?? null]);
      const cursor = writeCursor(path, filters, [...places, offset]);
      return `${path}?${new URLSearchParams({ ...filters, limit: String(limit), cursor }).toString()}`;
    },
  };
}

function begunAt(
  query: PagedTwoMomentsQuery,
  cursor: string,
  path: string,
  filters: Record<string, string>,
): { asked: TwoMomentsQuery; offset: number } {
  refuseBeside(query, SIDES);
  const place = readCursor(cursor, path, filters, 7);
  const offset = place[6];
  if (typeof offset !== 'number' || offset < 0) throw invalidCursor();
  return { asked: { ...momentAt(place, 'from', 0), ...momentAt(place, 'to', 3) }, offset };
}

function momentAt(place: readonly (number | null)[], name: 'from' | 'to', at: number): TwoMomentsQuery {
  const [asOf, size, publicBy = null] = place.slice(at, at + 3);
  if (typeof asOf !== 'number' || typeof size !== 'number') throw invalidCursor();
  return {
    [`${name}.asOf`]: dayText(asOf),
    [`${name}.recordedBy`]: `size:${size}`,
    ...(publicBy === null ? {} : { [`${name}.publicBy`]: dayText(publicBy) }),
  };
}

/** JSON Schema of a page of a list about two moments. */
export const ListBetween = (item: TSchema) =>
  Members({
    moments: MomentsSchema,
    items: Type.Array(item),
    total: Type.Integer({ minimum: 0 }),
    next: Nullable(Type.String()),
  });

export interface ListBetweenParts<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly definitions: { readonly from: readonly string[]; readonly to: readonly string[] };
  readonly table: (items: readonly T[]) => Table;
}

export function listBetween<T>(
  page: TwoMomentsPage,
  basePath: string,
  { items, total, definitions, table }: ListBetweenParts<T>,
): Answer {
  const { moments, offset } = page;
  const reached = offset + items.length;
  const next = reached < total && items.length > 0 ? page.next(reached) : undefined;
  return new Answer({
    body: {
      moments: moments.answer(definitions.from, definitions.to),
      items,
      total,
      next: next === undefined ? null : basePath + next,
    },
    moment: moments.resolved,
    next,
    table: table(items),
  });
}
