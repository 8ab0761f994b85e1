import type { Movement, MovementPath, Reading } from '@milepost/domain';
import { movementOf } from '@milepost/domain';
import type { Moment } from '../moment';
import type { FigureMetric } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import type { ReplayFigure, ReplayMove, ReplayStep } from '../replay/replayAnswer';
import { METRICS } from './asked';
import type { Counted } from './counted';
import { countedFigure, disputedFacts, isCounted } from './counted';
import { countingOf, readingAt, saidOf, trustsInOrder } from './movement';
import { LinkClues } from './movementClues';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { sightOf } from './sight';
import { codesOfTrusts } from './trustCodes';

/**
 * The figures at each of some moments, one after the other, and what moved them since the one before; of the first there
 * is none before. From one to the next either the day goes on or what is known, so each moment's verdicts are read once.
 */
export function replay(
  file: OpenFile,
  ledger: EntrySource,
  moments: readonly Moment[],
  metrics: readonly FigureMetric[],
): ReplayStep[] {
  const codes = codesOfTrusts(file);
  const order = trustsInOrder(codes);
  const read = moments.map((moment) => {
    const sight = sightOf(moment);
    return { moment, sight, readings: metrics.map((metric) => readingAt(file, sight, metric, undefined, order)) };
  });
  return read.map(({ moment, sight, readings }, at) => {
    const before = read[at - 1];
    return {
      moment,
      figures: metrics.map((metric, n) => figureOf(file, sight, metric, readings[n] as Reading<number>)),
      moved: metrics.flatMap((metric, n) => {
        if (before === undefined) return [];
        const [from, to] = [before.readings[n] as Reading<number>, readings[n] as Reading<number>];
        const known = before.sight.day === sight.day ? to : from;
        const path: MovementPath<number> = {
          counting: countingOf(metric),
          points: [from, known, to, to],
          backwards: sight.day < before.sight.day,
        };
        const clues = new LinkClues(file, ledger, { from: before.sight, to: sight }, METRICS[metric], undefined, codes);
        return movesOf(metric, path, movementOf(path, clues), codes);
      }),
    };
  });
}

function figureOf(file: OpenFile, sight: Sight, metric: FigureMetric, reading: Reading<number>): ReplayFigure {
  const counted: Counted[] = [];
  for (const [about, { scope, verdict }] of reading) {
    if (isCounted(metric, scope.level)) counted.push({ about, scope, verdict });
  }
  return { metric, ...countedFigure(metric, counted, disputedFacts(file, sight, counted)) };
}

function movesOf(
  metric: FigureMetric,
  path: MovementPath<number>,
  { moved }: Movement<number>,
  codes: ReadonlyMap<number, string>,
): ReplayMove[] {
  return moved.map(({ trust, part, before, after, entry, numerator, denominator, notKnown }) => ({
    metric,
    ods: codes.get(trust) as string,
    part,
    before: saidOf(path, before),
    after: saidOf(path, after),
    entry,
    numerator,
    denominator,
    notKnown,
  }));
}
