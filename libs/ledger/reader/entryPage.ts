import type { EntryPageRequest } from '../ledger';
import { firstWhere } from '../time/firstWhere';
import type { EntryStatements } from './entryStatements';

/** What a page is answered from: names by number, times, revisions and the indexes. */
export interface PageSource {
  /** Entries in the ledger. */
  readonly size: number;
  readonly numberOf: (name: string) => number | undefined;
  /** How many of the first `size` entries were recorded before an instant. */
  readonly countBefore: (instant: number, size: number) => number;
  readonly sequenceOf: (stream: number, revision: number) => number | undefined;
  readonly lastRevisionOf: (stream: number) => number | undefined;
  readonly statements: Pick<EntryStatements, 'ofStream' | 'ofType' | 'ofActor'>;
}

/** The most entries that a page looks at where no single index answers it, for each name asked for. */
export const MOST_EXAMINED = 2_000;
const MOST_NAMES = 20;
const MOST_ENTRIES = 1_000;

type Candidate = readonly [sequence: number, stream: number, type: number, actor: number | null];
type Order = 'ASC' | 'DESC';
interface Range {
  readonly from: number;
  readonly end: number;
}
interface Conditions {
  readonly streams: readonly number[] | undefined;
  readonly types: readonly number[] | undefined;
  readonly actors: readonly number[] | undefined;
}

/**
 * The sequences of a page: candidates come from the index of the rarest condition (stream, then type, then actor),
 * and the other conditions are held against each of them.
 * @throws RangeError where the request is out of bounds
 */
export function entryPage(
  request: EntryPageRequest,
  source: PageSource,
): { sequences: number[]; next: number | undefined } {
  checkBounds(request);
  const order: Order = request.order === 'newest-first' ? 'DESC' : 'ASC';
  const range = rangeOf(request, source);
  const conditions = conditionsOf(request, source);
  if (isOfNothing(conditions)) return { sequences: [], next: undefined };
  const most = isOneIndexEnough(conditions) ? request.limit + 1 : Math.max(MOST_EXAMINED, request.limit + 1);
  const candidates = candidatesOf(conditions, range, order, most, source);
  const examined = candidates.slice(0, most);
  const matching = examined.filter((candidate) => matches(candidate, conditions)).map(([sequence]) => sequence);
  const sequences = matching.slice(0, request.limit);
  if (matching.length > request.limit) return { sequences, next: sequences.at(-1) };
  return { sequences, next: examined.length === most ? examined.at(-1)?.[0] : undefined };
}

function checkBounds({ limit, after, streams = [], types = [] }: EntryPageRequest): void {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_ENTRIES) {
    throw new RangeError(`a page of ${limit} entries; it has 1 to ${MOST_ENTRIES}`);
  }
  if (after !== undefined && (!Number.isSafeInteger(after) || after < 0))
    throw new RangeError(`${after} is no sequence`);
  if (streams.length > MOST_NAMES || types.length > MOST_NAMES) {
    throw new RangeError(`at most ${MOST_NAMES} streams and types can be asked for at once`);
  }
}

function rangeOf({ size, after, order, recordedFrom, recordedBefore }: EntryPageRequest, source: PageSource): Range {
  const held = Math.min(size ?? source.size, source.size);
  const from = recordedFrom === undefined ? 0 : source.countBefore(recordedFrom, held);
  const end = recordedBefore === undefined ? held : source.countBefore(recordedBefore, held);
  if (after === undefined) return { from, end };
  return order === 'newest-first' ? { from, end: Math.min(end, after) } : { from: Math.max(from, after + 1), end };
}

/** Names as numbers; a name that is not in the ledger matches nothing. */
function conditionsOf({ streams, types, actor }: EntryPageRequest, source: PageSource): Conditions {
  const numbers = (names: readonly string[] | undefined): readonly number[] | undefined =>
    names && [...new Set(names)].map(source.numberOf).filter((number) => number !== undefined);
  return {
    streams: numbers(streams),
    types: numbers(types),
    actors: numbers(actor === undefined ? undefined : [actor]),
  };
}

function isOfNothing({ streams, types, actors }: Conditions): boolean {
  return [streams, types, actors].some((numbers) => numbers?.length === 0);
}

function isOneIndexEnough({ streams, types, actors }: Conditions): boolean {
  return [streams, types, actors].filter((condition) => condition !== undefined).length <= 1;
}

function matches([, stream, type, actor]: Candidate, conditions: Conditions): boolean {
  const { streams, types, actors } = conditions;
  if (streams && !streams.includes(stream)) return false;
  if (types && !types.includes(type)) return false;
  return !actors || (actor !== null && actors.includes(actor));
}

/** At least the first `most` candidates in the order asked for, and no entry twice. */
function candidatesOf(
  { streams, types, actors }: Conditions,
  range: Range,
  order: Order,
  most: number,
  { statements, sequenceOf, lastRevisionOf }: PageSource,
): Candidate[] {
  const of = (statement: EntryStatements['ofType'], number: number, { from, end }: Range): Candidate[] =>
    statement[order].all(number, from, end, most) as Candidate[];
  if (streams) {
    const revisions = (stream: number): Range =>
      revisionsIn(range, (lastRevisionOf(stream) ?? -1) + 1, (revision) => sequenceOf(stream, revision));
    return merged(
      streams.map((stream) => of(statements.ofStream, stream, revisions(stream))),
      order,
    );
  }
  if (types)
    return merged(
      types.map((type) => of(statements.ofType, type, range)),
      order,
    );
  if (actors)
    return merged(
      actors.map((actor) => of(statements.ofActor, actor, range)),
      order,
    );
  return everyEntry(range, order, most);
}

/** A stream's revisions rise with their sequences, so a range of one is a range of the other. */
function revisionsIn(
  { from, end }: Range,
  revisions: number,
  sequenceOf: (revision: number) => number | undefined,
): Range {
  const firstFrom = (sequence: number): number =>
    firstWhere(0, revisions, (revision) => (sequenceOf(revision) ?? Infinity) >= sequence);
  return { from: firstFrom(from), end: firstFrom(end) };
}

function merged(lists: readonly Candidate[][], order: Order): Candidate[] {
  const all = lists.flat();
  return lists.length <= 1 ? all : all.sort(([a], [b]) => (order === 'ASC' ? a - b : b - a));
}

/** Without a condition every entry is a match, and none needs to be looked at. */
function everyEntry({ from, end }: Range, order: Order, most: number): Candidate[] {
  const count = Math.max(0, Math.min(most, end - from));
  return Array.from({ length: count }, (_, index) => [order === 'ASC' ? from + index : end - 1 - index, 0, 0, null]);
}
