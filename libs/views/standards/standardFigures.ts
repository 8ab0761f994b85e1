import type { Day, StandardDefinition } from '@milepost/domain';
import { NOT_KNOWN, periodEnds, standingOn, standingReason, standardRule } from '@milepost/domain';
import type { FigureGroup, FigureMember, Figure, GroupBy, Page, SeriesPoint } from '../questions';
import { countedFigure } from '../reader/counted';
import { disputedAmong } from '../reader/disputed';
import { groupsOf } from '../reader/figure';
import type { OpenFile } from '../reader/openFile';
import type { Sight } from '../reader/sight';
import { nameOfTrust } from '../reader/trustNames';
import { FamilyFacts } from './familyFacts';
import type { EntryTexts } from './familyFacts';
import type { StandardCounted } from './standardCounted';
import { standardCounted } from './standardCounted';

/** The figure of a version: the trusts that it is about, and those that meet it. */
export interface StandardFigure extends Figure {
  readonly groups: readonly FigureGroup[] | undefined;
}

/** A trust behind such a figure. */
export interface StandardMember extends FigureMember {
  /** A level of the version, or `not-known`. */
  readonly level: string;
}

/** Entries that decided about these, and what each of them is of, that are disputed at the moment. */
function disputed(file: OpenFile, sight: Sight, counted: readonly StandardCounted[]): Map<number, number> {
  return disputedAmong(
    file,
    sight,
    counted.flatMap(({ about, scope, decidedBy, verdict }) => [
      [about, scope.why] as const,
      [decidedBy, verdict.why] as const,
    ]),
  );
}

const figureOf = (counted: readonly StandardCounted[], disputes: ReadonlyMap<number, number>): Figure =>
  countedFigure('epr-live', counted, disputes);

export function standardFigure(
  file: OpenFile,
  texts: EntryTexts,
  sight: Sight,
  definition: StandardDefinition,
  by: GroupBy | undefined,
): StandardFigure {
  const [counted = []] = standardCounted(file, texts, sight, definition, [sight.day]);
  const disputes = disputed(file, sight, counted);
  return {
    ...figureOf(counted, disputes),
    groups: by && groupsOf(file, sight, by, counted, (trusts) => figureOf(trusts, disputes)),
  };
}

export function standardSeries(
  file: OpenFile,
  texts: EntryTexts,
  sight: Sight,
  definition: StandardDefinition,
  from: Day,
  to: Day,
  every: 'month' | 'quarter',
): SeriesPoint[] {
  const days = periodEnds(from, to, every);
  const points = standardCounted(file, texts, sight, definition, days);
  const disputes = disputed(file, sight, points.flat());
  return points.map((counted, at) => ({ day: days[at] as Day, ...figureOf(counted, disputes) }));
}

export function standardMembers(
  file: OpenFile,
  texts: EntryTexts,
  sight: Sight,
  definition: StandardDefinition,
  offset: number,
  limit: number,
): Page<StandardMember> {
  const [counted = []] = standardCounted(file, texts, sight, definition, [sight.day]);
  counted.sort((a, b) => (a.ods < b.ods ? -1 : 1));
  const { types } = standardRule('meets', definition, '', 'meets');
  const family = new FamilyFacts(file, texts, sight, types);
  const items = counted.slice(offset, offset + limit).map(({ about, ods, scope, verdict }) => {
    const standing = standingOn(definition, ods, family.of(about, ods), sight.day);
    const known = verdict.level === standing.meets;
    return {
      ods,
      name: nameOfTrust(file, sight, about, ods),
      verdict: verdict.level,
      level: known ? standing.level : NOT_KNOWN,
      scopeWhy: scope.why,
      why: verdict.why,
      reason: known
        ? standingReason(definition, standing)
        : 'Whether the standard is about it is not known: its type on that day is not recorded.',
    };
  });
  return { items, total: counted.length };
}
