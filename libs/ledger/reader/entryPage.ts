import type { EntryPageRequest } from '../ledger';
import { firstWhere } from '../time/firstWhere';
import type { EntryStatements } from './entryStatements';

/** What a page is answered from: names by number, times, revisions and the indexes. */
export interface PageSource {
  /** Entries in the ledger. */
  readonly size: number;
  readonly numberOf: (name: string) => number | undefined;
  /** Numbers of all names with this beginning. */
  readonly numbersFrom: (prefix: string) => readonly number[];
  /** Numbers of the actors that have a role. */
  readonly actorsOf: (role: string) => readonly number[];
  /** How many of the first `size` entries were recorded before an instant. */
  readonly countBefore: (instant: number, size: number) => number;
  readonly sequenceOf: (stream: number, revision: number) => number | undefined;
  readonly lastRevisionOf: (stream: number) => number | undefined;
  readonly statements: Pick<EntryStatements, 'ofStream' | 'ofType' | 'ofActor' | 'ofAll'>;
}

/** The most entries that a page looks at where no single index answers it, for each name asked for. */
export const MOST_EXAMINED = 2_000;
const MOST_NAMES = 20;
/** With more names than that, going through the entries in their order is quicker than looking up each name's. */
const MOST_LOOKED_UP = 100;
const MOST_ENTRIES = 1_000;

type Candidate = readonly [sequence: number, stream: number, type: number, actor: number | null];
type Order = 'ASC' | 'DESC';
interface Range {
  readonly from: number;
  readonly end: number;
}
interface Conditions {
  readonly streams: ReadonlySet<number> | undefined;
  readonly types: ReadonlySet<number> | undefined;
  readonly actors: ReadonlySet<number> | undefined;
  readonly exceptTypes: ReadonlySet<number> | undefined;
}

/**
 * The sequences of a page: candidates come from the index of the rarest condition (stream, then type, then actor) or, where none
 * is rare, in the order of the entries, and the other conditions are held against each of them.
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
  const index = indexFor(conditions);
  const most = isEnough(index, conditions) ? request.limit + 1 : Math.max(MOST_EXAMINED, request.limit + 1);
  const examined = candidatesOf(index, range, order, most, source).slice(0, most);
  const matching = examined.filter((candidate) => matches(candidate, conditions)).map(([sequence]) => sequence);
  const sequences = matching.slice(0, request.limit);
  if (matching.length > request.limit) return { sequences, next: sequences.at(-1) };
  return { sequences, next: examined.length === most ? examined.at(-1)?.[0] : undefined };
}

function checkBounds({ limit, after, ...request }: EntryPageRequest): void {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_ENTRIES) {
    throw new RangeError(`a page of ${limit} entries; it has 1 to ${MOST_ENTRIES}`);
  }
  if (after !== undefined && (!Number.isSafeInteger(after) || after < 0))
    throw new RangeError(`${after} is no sequence`);
  const { streams = [], prefixes = [], types = [], exceptTypes = [] } = request;
  if ([streams, prefixes, types, exceptTypes].some((names) => names.length > MOST_NAMES)) {
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
function conditionsOf(request: EntryPageRequest, { numberOf, numbersFrom, actorsOf }: PageSource): Conditions {
  const { streams, prefixes, types, exceptTypes, actor, role } = request;
  const numbers = (names: readonly string[] | undefined): ReadonlySet<number> | undefined =>
    names && new Set(names.map(numberOf).filter((number) => number !== undefined));
  const named = numbers(streams);
  const begun = prefixes && new Set(prefixes.flatMap(numbersFrom));
  return {
    streams: named && begun ? new Set([...named, ...begun]) : (named ?? begun),
    types: numbers(types),
    actors: actorsIn(
      numbers(actor === undefined ? undefined : [actor]),
      role === undefined ? undefined : actorsOf(role),
    ),
    exceptTypes: numbers(exceptTypes),
  };
}

function actorsIn(
  named: ReadonlySet<number> | undefined,
  ofRole: readonly number[] | undefined,
): ReadonlySet<number> | undefined {
  return named && ofRole ? new Set(ofRole.filter((actor) => named.has(actor))) : ofRole ? new Set(ofRole) : named;
}

function isOfNothing({ streams, types, actors }: Conditions): boolean {
  return [streams, types, actors].some((numbers) => numbers?.size === 0);
}

/** Whose rows are looked at: those of some numbers by an index, or all. */
type Index =
  { readonly by: 'streams' | 'types' | 'actors'; readonly numbers: readonly number[] } | { readonly by: 'order' };

function indexFor(conditions: Conditions): Index {
  for (const by of ['streams', 'types', 'actors'] as const) {
    const numbers = conditions[by];
    if (numbers && numbers.size <= MOST_LOOKED_UP) return { by, numbers: [...numbers] };
  }
  return { by: 'order' };
}

/** Whether every candidate of the index is a match. */
function isEnough({ by }: Index, conditions: Conditions): boolean {
  const others = (['streams', 'types', 'actors', 'exceptTypes'] as const).filter((name) => name !== by);
  return others.every((name) => conditions[name] === undefined);
}

function matches([, stream, type, actor]: Candidate, conditions: Conditions): boolean {
  const { streams, types, actors, exceptTypes } = conditions;
  if (streams && !streams.has(stream)) return false;
  if (types && !types.has(type)) return false;
  if (exceptTypes?.has(type) === true) return false;
  return !actors || (actor !== null && actors.has(actor));
}

/** At least the first `most` candidates in the order asked for, and no entry twice. */
function candidatesOf(index: Index, range: Range, order: Order, most: number, source: PageSource): Candidate[] {
  const { statements, sequenceOf, lastRevisionOf } = source;
  const of = (statement: EntryStatements['ofType'], number: number, { from, end }: Range): Candidate[] =>
    statement[order].all(number, from, end, most) as Candidate[];
  switch (index.by) {
    case 'streams': {
      const revisions = (stream: number): Range =>
        revisionsIn(range, (lastRevisionOf(stream) ?? -1) + 1, (revision) => sequenceOf(stream, revision));
      return merged(
        index.numbers.map((stream) => of(statements.ofStream, stream, revisions(stream))),
        order,
      );
    }
    case 'types':
      return merged(
        index.numbers.map((type) => of(statements.ofType, type, range)),
        order,
      );
    case 'actors':
      return merged(
        index.numbers.map((actor) => of(statements.ofActor, actor, range)),
        order,
      );
    case 'order':
      return statements.ofAll[order].all(range.from, range.end, most) as Candidate[];
  }
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
