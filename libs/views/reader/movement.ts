import type {
  Counting,
  Movement,
  MovementPath,
  MovementPartName,
  Reading,
  Stand,
  TrustMove,
  Verdict,
} from '@milepost/domain';
import { movementOf, movementPoints, NOT_KNOWN } from '@milepost/domain';
import type { MovedTrust, MovementAnswer, MovementAsked, MovementView } from '../movement/movementAnswer';
import type { FigureMetric, GroupBy, Page } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { definitionOf, GROUPS, METRICS, SCOPE } from './asked';
import { figure } from './figure';
import { metricVerdicts } from './metricVerdicts';
import { LinkClues } from './movementClues';
import type { OpenFile } from './openFile';
import { reasonOf } from './reasonOf';
import type { Sight } from './sight';
import { sightOf } from './sight';
import { codesOfTrusts } from './trustCodes';
import { nameOfTrust } from './trustNames';
import { verdictsOfAll } from './verdicts';

/** What is read for a movement: the vectors trust to verdict at the three or four moments of its path. */
interface PathRead {
  readonly sights: readonly [from: Sight, known: Sight, to: Sight];
  readonly path: MovementPath<number>;
  readonly clues: LinkClues;
  readonly codes: ReadonlyMap<number, string>;
}

/** How a figure moved from one reading to another, whole and by group, split without remainder. */
export function movement(
  file: OpenFile,
  ledger: EntrySource,
  asked: MovementAsked,
  by: GroupBy | undefined,
): MovementAnswer {
  const { metric, fromMetric = metric } = asked;
  const { path, clues, sights } = readPath(file, ledger, asked, by);
  const from = figure(file, sights[0], fromMetric, undefined);
  const to = figure(file, sights[2], metric, undefined);
  const whole = movementOf(path, clues);
  for (const [counted, summed] of [
    [from, whole.from],
    [to, whole.to],
  ] as const) {
    if (
      counted.numerator !== summed.numerator ||
      counted.denominator !== summed.denominator ||
      counted.notKnown !== summed.notKnown
    ) {
      throw new RangeError('A movement and the figures that it leads between do not agree; build the views again.');
    }
  }
  return {
    metric,
    definitions: { from: definitionOf(fromMetric), to: definitionOf(metric) },
    from,
    to,
    parts: viewOf(path, whole).parts,
    groups:
      by &&
      groupsOn(path)
        .map((level) => ({
          group: level === NOT_KNOWN ? undefined : level,
          ...viewOf(path, movementOf(path, clues, level)),
        }))
        .filter(isOfAnyTrust),
  };
}

/** The trusts that moved, in the order of the path and then by code; of one part, or of all. By group each trust is listed for every group that it moved in. */
export function movedTrusts(
  file: OpenFile,
  ledger: EntrySource,
  asked: MovementAsked,
  by: GroupBy | undefined,
  part: MovementPartName | undefined,
  offset: number,
  limit: number,
): Page<MovedTrust> {
  const { path, clues, sights, codes } = readPath(file, ledger, asked, by);
  const { metric, fromMetric = metric } = asked;
  const levels = by === undefined ? [undefined] : groupsOn(path);
  const all = levels
    .flatMap((level) => movementOf(path, clues, level).moved.map((move) => ({ move, level })))
    .filter(({ move }) => part === undefined || move.part === part);
  const items = all.slice(offset, offset + limit).map(({ move, level }): MovedTrust => {
    const { trust, what, after, before, cause, entry, numerator, denominator, notKnown } = move;
    const sight = isOfKnowledge(move) ? sights[1] : sights[2];
    const ods = codes.get(trust) as string;
    return {
      ods,
      name: nameOfTrust(file, sights[2], trust, ods),
      part: move.part,
      cause,
      group: level === NOT_KNOWN ? undefined : level,
      before: saidOf(path, before),
      after: saidOf(path, after),
      numerator,
      denominator,
      notKnown,
      entry,
      reason:
        what === 'group'
          ? movedInWords(before.group, after.group)
          : reasonOf(
              file,
              ledger,
              sight,
              what === 'scope' ? 'in-scope' : move.part === 'definition' ? metric : fromMetric,
              trust,
              after[what],
            ),
    };
  });
  return { items, total: all.length };
}

/** A trust that is not counted has a group too. */
const isOfAnyTrust = ({ from, to, parts }: MovementView): boolean =>
  parts.some(({ trusts }) => trusts > 0) || [from, to].some(({ denominator, notKnown }) => denominator + notKnown > 0);

const isOfKnowledge = ({ part }: TrustMove<number>): boolean => part === 'correction' || part === 'learned-later';

function movedInWords(before: Verdict | undefined, after: Verdict | undefined): string {
  const name = (group: Verdict | undefined): string =>
    group === undefined || group.level === NOT_KNOWN ? 'a group that is not known' : group.level;
  return `It moved from ${name(before)} to ${name(after)}.`;
}

/** What a trust counts as: the trusts not counted are neither a yes nor a no. */
export function saidOf({ counting }: MovementPath<number>, { scope, verdict }: Stand): string {
  if (counting === 'scope') return scope.level === 'in' ? 'yes' : scope.level === NOT_KNOWN ? NOT_KNOWN : 'not-counted';
  return scope.level === 'in' ? verdict.level : 'not-counted';
}

function viewOf({ counting }: MovementPath<number>, moved: Movement<number>): MovementView {
  // The figure of the scope itself is all of all: it has no percentage to move.
  const points = (end: 'low' | 'high') => (counting === 'scope' ? undefined : movementPoints(moved, end));
  const [low, high] = [points('low'), points('high')];
  return {
    from: moved.from,
    to: moved.to,
    parts: moved.parts.map((part, at) => ({ ...part, low: low?.[at], high: high?.[at] })),
  };
}

/** The groups that any trust is in on the path, by code, that of the trusts whose group is not known last. */
function groupsOn({ points }: MovementPath<number>): string[] {
  const levels = new Set(
    points.flatMap((reading) => [...reading.values()].map(({ group }) => group?.level ?? NOT_KNOWN)),
  );
  return [...levels].sort((a, b) => (a === NOT_KNOWN ? 1 : b === NOT_KNOWN ? -1 : a < b ? -1 : 1));
}

function readPath(file: OpenFile, ledger: EntrySource, asked: MovementAsked, by: GroupBy | undefined): PathRead {
  const { metric, fromMetric = metric } = asked;
  const [from, to] = [sightOf(asked.from), sightOf(asked.to)];
  const known = sightOf({ ...asked.to, asOf: asked.from.asOf });
  const codes = codesOfTrusts(file);
  const order = trustsInOrder(codes);
  const read = (sight: Sight, by_: FigureMetric): Reading<number> => readingAt(file, sight, by_, by, order);
  const first = read(from, fromMetric);
  const onDay = isSame(from, known) ? first : read(known, fromMetric);
  const later = isSame(known, to) ? onDay : read(to, fromMetric);
  const last = metric === fromMetric ? later : read(to, metric);
  return {
    sights: [from, known, to],
    path: {
      counting: countingOf(metric),
      points: [first, onDay, later, last],
      backwards: to.day < from.day,
    },
    clues: new LinkClues(file, ledger, { from, to }, METRICS[fromMetric], by, codes),
    codes,
  };
}

export const countingOf = (metric: FigureMetric): Counting => (metric === 'in-scope' ? 'scope' : 'verdict');

/** By code. */
export const trustsInOrder = (codes: ReadonlyMap<number, string>): number[] =>
  [...codes].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([about]) => about);

export const isSame = (a: Sight, b: Sight): boolean =>
  a.day === b.day && a.size === b.size && a.publicBy === b.publicBy;

/** How every trust stands at a moment. */
export function readingAt(
  file: OpenFile,
  sight: Sight,
  metric: FigureMetric,
  by: GroupBy | undefined,
  order: readonly number[],
): Reading<number> {
  const scopes = verdictsOfAll(file, SCOPE, sight);
  const verdicts = metric === 'in-scope' ? scopes : metricVerdicts(file, sight, metric);
  const groups = by && verdictsOfAll(file, GROUPS[by], sight);
  return new Map(
    order.map((about) => [
      about,
      {
        scope: scopes.get(about) as Verdict,
        verdict: verdicts.get(about) as Verdict,
        ...(groups && { group: groups.get(about) as Verdict }),
      },
    ]),
  );
}
