import { dayNumber } from './calendar';
import type { Oracle, OracleMoment } from './oracle';
import type { StoredEntry } from './storedEntry';
import type { Said } from './worlds';

type Metric = Parameters<Oracle['figure']>[0];
type Group = 'region' | 'icb' | 'type';

/** Of one trust and one part of the way: what the part is called, and by how much it takes the three numbers on. */
export interface PlainMove {
  readonly ods: string;
  readonly part: string;
  readonly change: readonly [numerator: number, denominator: number, notKnown: number];
}

interface Look {
  readonly scope: Said;
  readonly said: Said;
  readonly group: Said | undefined;
}

/** What one trust puts into the three numbers. */
function weight(metric: Metric, { scope, said, group }: Look, only: string | undefined): [number, number, number] {
  if (only !== undefined && group?.level !== only) return [0, 0, 0];
  if (metric === 'in-scope') {
    if (scope.level === 'in') return [1, 1, 0];
    return [0, 0, scope.level === 'not-known' ? 1 : 0];
  }
  if (scope.level !== 'in') return [0, 0, 0];
  return [said.level === 'yes' ? 1 : 0, 1, said.level === 'not-known' ? 1 : 0];
}

const CORRECTING = ['FactCorrected.v1', 'FactReinstated.v1'];

/** Whether an entry could be seen at a moment. */
function seen(entry: StoredEntry, { size, publicBy }: OracleMoment): boolean {
  const on = (entry.metadata as { public?: { on: string } } | undefined)?.public?.on;
  return entry.sequence < size && on !== undefined && (publicBy === undefined || dayNumber(on) <= publicBy);
}

/**
 * The way from one reading to another in plain words. First the earlier reading's day is looked at again with what the
 * later one sees: a trust that then counts otherwise was corrected where an entry of that kind is behind it, else it was
 * learned of later. Then the days go on: whoever comes in, goes out or changes groups is of the scope; whoever had it and
 * has it no more no longer meets it; all others went on. Back in time the same is read from the far end.
 */
export class PlainMovement {
  private readonly looks: ReadonlyMap<string, readonly [first: Look, middle: Look, last: Look]>;

  constructor(
    private readonly entries: readonly StoredEntry[],
    private readonly oracle: Oracle,
    private readonly metric: Metric,
    private readonly from: OracleMoment,
    private readonly to: OracleMoment,
    by?: Group,
  ) {
    // All trusts at one moment before the next: the oracle works out what is in effect for one moment at a time.
    const [first, middle, last] = [from, { ...to, asOf: from.asOf }, to].map(
      (moment) =>
        new Map(
          oracle.trusts().map((ods): [string, Look] => {
            const scope = oracle.says('scope', moment, ods);
            const said = metric === 'in-scope' ? scope : oracle.counts(metric, moment, ods);
            return [ods, { scope, said, group: by && oracle.says(by, moment, ods) }];
          }),
        ),
    ) as [Map<string, Look>, Map<string, Look>, Map<string, Look>];
    this.looks = new Map(
      [...first].map(([ods, look]) => [ods, [look, middle.get(ods) as Look, last.get(ods) as Look]]),
    );
  }

  /** Every trust's share in the whole, or in one group. */
  moves(only?: string): PlainMove[] {
    return [...this.looks].flatMap(([ods, [first, middle, last]]) => {
      const moves: PlainMove[] = [];
      const add = (a: Look, b: Look, part: () => string): void => {
        const [before, after] = [weight(this.metric, a, only), weight(this.metric, b, only)];
        const change = after.map((number, n) => number - (before[n] as number)) as [number, number, number];
        if (change.some((number) => number !== 0)) moves.push({ ods, part: part(), change });
      };
      const grouped = only !== undefined;
      add(first, middle, () => (this.corrected(ods, first, middle, grouped) ? 'correction' : 'learned-later'));
      const [earlier, later] = this.to.asOf < this.from.asOf ? [last, middle] : [middle, last];
      add(middle, last, () => passed(earlier, later, grouped));
      return moves;
    });
  }

  /** Whether a correction is behind what turned: the entry that only one of the two moments sees, or else any in between about such facts. */
  private corrected(ods: string, first: Look, middle: Look, grouped: boolean): boolean {
    const { about, sides } = turned(first, middle, grouped);
    const onlyOneSees = (entry: StoredEntry): boolean => seen(entry, this.from) !== seen(entry, this.to);
    const behind = sides
      .map((said) => this.entries[said?.by ?? -1])
      .find((entry) => entry !== undefined && onlyOneSees(entry));
    if (behind) return CORRECTING.includes(behind.type);
    return this.oracle.marksAbout(ods).some(({ entry, type }) => about.test(type) && onlyOneSees(entry));
  }
}

function passed(earlier: Look, later: Look, grouped: boolean): string {
  if (earlier.scope.level !== later.scope.level) return 'scope';
  if (grouped && earlier.group?.level !== later.group?.level) return 'scope';
  return earlier.said.level === 'yes' ? 'no-longer-met' : 'progress';
}

const REGISTER = /^Trust(Registered|Renamed|Moved|TypeChanged|Observed|Closed)\./;
const EPR = /^(Epr|Incident)/;

/** Which of the things said of a trust turned: what it says afterwards and before, and which facts it is read from. */
function turned(first: Look, middle: Look, grouped: boolean): { about: RegExp; sides: (Said | undefined)[] } {
  if (first.scope.level !== middle.scope.level) return { about: REGISTER, sides: [middle.scope, first.scope] };
  if (grouped && first.group?.level !== middle.group?.level) {
    return { about: REGISTER, sides: [middle.group, first.group] };
  }
  return { about: EPR, sides: [middle.said, first.said] };
}
