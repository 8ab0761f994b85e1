import type { FactVersion } from '../facts/factVersion';
import type { TrustSucceeded } from '../events/trustRegister';
import type { Day } from '../time/day';
import type { Line } from './line';
import { EMPTY_LINE, lineAfter, sameLine } from './line';

/** A fact of one of several trusts: of a trust, and of those that it succeeded. */
export interface FamilyFact extends FactVersion {
  /** Code of the trust that it is about: of a succession, the predecessor. */
  readonly trust: string;
}

/** The lines of one trust, its own first; the others each by the trust that it came from. */
export interface TrustLines {
  readonly trust: string;
  readonly own: Line;
  readonly inherited: readonly { readonly from: string; readonly line: Line }[];
  /** First day of the window in which it opened, as registered. */
  readonly opened: Day | undefined;
  /** First day of the window of the earliest succession to it. */
  readonly succeeded: Day | undefined;
}

/** What is known of a trust and its predecessors: the lines of each. */
export type Lineage = readonly TrustLines[];

const startOf = (trust: string): TrustLines => ({
  trust,
  own: EMPTY_LINE,
  inherited: [],
  opened: undefined,
  succeeded: undefined,
});

const linesOf = (lineage: Lineage, trust: string): TrustLines =>
  lineage.find((lines) => lines.trust === trust) ?? startOf(trust);

/** The same reference where the lines of a trust are as they were. */
function withLines(lineage: Lineage, lines: TrustLines): Lineage {
  const at = lineage.findIndex(({ trust }) => trust === lines.trust);
  if (at < 0) return [...lineage, lines];
  return lineage[at] === lines ? lineage : lineage.with(at, lines);
}

function everyLine(lines: TrustLines, change: (line: Line) => Line): TrustLines {
  const own = change(lines.own);
  let changed = own !== lines.own;
  const inherited = lines.inherited.map((one) => {
    const line = change(one.line);
    if (line === one.line) return one;
    changed = true;
    return { ...one, line };
  });
  return changed ? { ...lines, own, inherited } : lines;
}

/** What a predecessor's lines have come to by now is what the successor takes over; each predecessor is taken over once. */
function afterSuccession(lineage: Lineage, fact: FamilyFact): Lineage {
  const from = linesOf(lineage, fact.trust);
  const passedOn = [{ from: fact.trust, line: from.own }, ...from.inherited];
  return (fact.data as unknown as TrustSucceeded).successors.reduce((after, { ods }) => {
    const to = linesOf(after, ods);
    const news = passedOn.filter((one) => one.from !== ods && !to.inherited.some(({ from: had }) => had === one.from));
    if (news.length === 0) return after;
    const succeeded = Math.min(to.succeeded ?? Infinity, fact.window.earliest);
    return withLines(after, { ...to, inherited: [...to.inherited, ...news], succeeded });
  }, lineage);
}

/**
 * A lineage after one fact. A line is a predecessor's facts up to the succession and then the successor's own; what
 * follows from a fact without another event follows in every line that holds it. The same reference where nothing changes.
 */
export function lineageAfter(lineage: Lineage, fact: FamilyFact): Lineage {
  if (fact.type === 'TrustSucceeded.v1') return afterSuccession(lineage, fact);
  const lines = linesOf(lineage, fact.trust);
  if (fact.type === 'TrustRegistered.v1') {
    return lines.opened === undefined ? withLines(lineage, { ...lines, opened: fact.window.earliest }) : lineage;
  }
  if (fact.follows === undefined) {
    const after = everyLine(lines, (line) => lineAfter(line, fact));
    return after === lines ? lineage : withLines(lineage, after);
  }
  return lineage.reduce(
    (after, one) =>
      withLines(
        after,
        everyLine(one, (line) => lineAfter(line, fact)),
      ),
    lineage,
  );
}

/** A line that stands for a trust; `from` is the predecessor whose it was, undefined for the trust's own. */
export interface StandingLine {
  readonly from: string | undefined;
  readonly line: Line;
}

/**
 * The lines that stand for a trust. A code that opened with or after the first succession to it is a merger's new one:
 * it had nothing of its own before, so its own line would only say that nothing is known.
 */
export function standingLines(
  { own, inherited, opened, succeeded }: TrustLines,
  policy: string,
): readonly StandingLine[] {
  const ownLine = { from: undefined, line: own };
  if (policy === 'acquirer-only' || inherited.length === 0) return [ownLine];
  const isNew = opened !== undefined && succeeded !== undefined && opened >= succeeded;
  return isNew ? inherited : [ownLine, ...inherited];
}

export const linesIn = linesOf;

const sameLines = (a: TrustLines, b: TrustLines | undefined): boolean =>
  a === b ||
  (b !== undefined &&
    a.trust === b.trust &&
    a.opened === b.opened &&
    a.succeeded === b.succeeded &&
    sameLine(a.own, b.own) &&
    a.inherited.length === b.inherited.length &&
    a.inherited.every(({ from, line }, at) => from === b.inherited[at]?.from && sameLine(line, b.inherited[at].line)));

export const sameLineage = (a: Lineage, b: Lineage): boolean =>
  a === b || (a.length === b.length && a.every((lines, at) => sameLines(lines, b[at])));
