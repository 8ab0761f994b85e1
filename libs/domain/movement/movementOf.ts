import type { Verdict } from '../rules/levelRule';
import type { MovementPartName, ScopeCause } from './movementParts';
import { MOVEMENT_PARTS } from './movementParts';
import type { Counting, Counts, Stand } from './stand';
import { countsOf, isNone, minus, plus, sumOf } from './stand';

/** How every trust stands at one point. The same trusts are in all of a path's points. */
export type Reading<Trust> = ReadonlyMap<Trust, Stand>;

/** The fixed path between two moments M1 and M2. */
export interface MovementPath<Trust> {
  readonly counting: Counting;
  /** At M1; on M1's day as known at M2; at M2 by M1's definition; at M2. */
  readonly points: readonly [Reading<Trust>, Reading<Trust>, Reading<Trust>, Reading<Trust>];
  /** Whether M2's day is before M1's: then what came to pass is read backwards, each part with the opposite sign. */
  readonly backwards: boolean;
}

/** What changed of a trust from one point to the next, and the verdicts on both sides of it. */
export interface Turn {
  readonly what: 'scope' | 'group' | 'verdict';
  readonly before: Verdict;
  readonly after: Verdict;
}

/** What the verdicts alone do not tell. Each is asked only of a trust that moves. */
export interface MovementClues<Trust> {
  /** By which entry the verdict on M1's day became another one at M2, and whether that is a correction, retraction or reinstatement. */
  learned(trust: Trust, turn: Turn): { readonly corrected: boolean; readonly entry: number };
  /** Whether a trust in and out of scope on these days was closed in between, and whether it has a successor. */
  closed(trust: Trust, outside: Verdict): 'closed' | 'merged' | undefined;
  /** Whether a verdict rests on another trust's facts, by a succession. */
  inherited(trust: Trust, verdict: Verdict): boolean;
  /** Whether it is the deciding fact's running out that made the verdict. */
  lapsed(trust: Trust, verdict: Verdict): boolean;
}

/** One trust's share in one part. */
export interface TrustMove<Trust> extends Counts {
  readonly trust: Trust;
  readonly part: MovementPartName;
  /** Of the part *scope* alone. */
  readonly cause: ScopeCause | undefined;
  readonly what: Turn['what'];
  readonly before: Stand;
  readonly after: Stand;
  /** The entry that decided; -1 where none did, as when the definition changed over silence. */
  readonly entry: number;
}

export interface MovementPart extends Counts {
  readonly part: MovementPartName;
  /** How many trusts moved so. */
  readonly trusts: number;
}

export interface Movement<Trust> {
  readonly from: Counts;
  readonly to: Counts;
  /** All of them, those without a trust too, in the order of the path. */
  readonly parts: readonly MovementPart[];
  /** In the order of the path, and within a part in that of the trusts. */
  readonly moved: readonly TrustMove<Trust>[];
}

/**
 * Splits the difference between two readings of a figure, or of one group of it, without remainder: each part is the sum
 * of what its own trusts add or take away at its step of the path.
 * @throws RangeError where the parts do not come to the difference, which would be an error of ours
 */
export function movementOf<Trust>(
  path: MovementPath<Trust>,
  clues: MovementClues<Trust>,
  group?: string,
): Movement<Trust> {
  const [first, known, later, last] = path.points;
  const moved = [
    ...step(path, group, first, known, (trust, turn) => knowledgePart(clues, trust, turn)),
    ...step(path, group, known, later, (trust, turn) => timePart(path, clues, trust, turn)),
    ...step(path, group, later, last, (_, turn) => ({
      part: 'definition',
      cause: undefined,
      entry: decidingEntry(turn),
    })),
  ].sort((a, b) => MOVEMENT_PARTS.indexOf(a.part) - MOVEMENT_PARTS.indexOf(b.part));
  const total = (reading: Reading<Trust>): Counts =>
    sumOf([...reading.values()].map((stand) => countsOf(stand, path.counting, group)));
  const movement = { from: total(first), to: total(last), parts: MOVEMENT_PARTS.map(partOf(moved)), moved };
  const rest = minus(minus(movement.to, movement.from), sumOf(movement.parts));
  if (!isNone(rest)) throw new RangeError(`A movement does not add up: ${JSON.stringify(rest)} is left over.`);
  return movement;
}

type Placed = Pick<TrustMove<unknown>, 'part' | 'cause' | 'entry'>;

function step<Trust>(
  { counting }: MovementPath<Trust>,
  group: string | undefined,
  from: Reading<Trust>,
  to: Reading<Trust>,
  place: (trust: Trust, turn: Turn) => Placed,
): TrustMove<Trust>[] {
  const moved: TrustMove<Trust>[] = [];
  if (from === to) return moved;
  for (const [trust, before] of from) {
    const after = to.get(trust) as Stand;
    const delta = minus(countsOf(after, counting, group), countsOf(before, counting, group));
    if (isNone(delta)) continue;
    const what = whatChanged(before, after, group !== undefined);
    const turn = { what, before: before[what] as Verdict, after: after[what] as Verdict };
    moved.push({ trust, what, before, after, ...delta, ...place(trust, turn) });
  }
  return moved;
}

function whatChanged(before: Stand, after: Stand, byGroup: boolean): Turn['what'] {
  if (before.scope.level !== after.scope.level) return 'scope';
  return byGroup && before.group?.level !== after.group?.level ? 'group' : 'verdict';
}

const decidingEntry = ({ before, after }: Turn): number => (after.why >= 0 ? after.why : before.why);

function knowledgePart<Trust>(clues: MovementClues<Trust>, trust: Trust, turn: Turn): Placed {
  const { corrected, entry } = clues.learned(trust, turn);
  return { part: corrected ? 'correction' : 'learned-later', cause: undefined, entry };
}

/** What came to pass between two days, by what there was on the earlier and on the later of them. */
function timePart<Trust>(
  { backwards }: MovementPath<Trust>,
  clues: MovementClues<Trust>,
  trust: Trust,
  turn: Turn,
): Placed {
  const [earlier, later] = backwards ? [turn.after, turn.before] : [turn.before, turn.after];
  const entry = later.why >= 0 ? later.why : earlier.why;
  const scope = (cause: ScopeCause): Placed => ({ part: 'scope', cause, entry });
  if (turn.what === 'group') return scope('moved');
  if (turn.what === 'scope') return scope(clues.closed(trust, later.level === 'in' ? earlier : later) ?? 'opened');
  if (clues.inherited(trust, later) && !clues.inherited(trust, earlier)) {
    return scope(earlier.level === 'yes' ? 'lost' : 'inherited');
  }
  if (earlier.level !== 'yes') return { part: 'progress', cause: undefined, entry };
  return { part: clues.lapsed(trust, later) ? 'lapsed' : 'no-longer-met', cause: undefined, entry };
}

const partOf =
  (moved: readonly TrustMove<unknown>[]) =>
  (part: MovementPartName): MovementPart => {
    const own = moved.filter((one) => one.part === part);
    return { part, trusts: own.length, ...sumOf(own) };
  };

/** The figure after each part of the path, from the first reading to the last. */
export function alongPath({ from, parts }: Pick<Movement<unknown>, 'from' | 'parts'>): Counts[] {
  const points = [from];
  for (const part of parts) points.push(plus(points.at(-1) as Counts, part));
  return points;
}
