import { NOT_KNOWN } from '@milepost/domain';
import type { Figure, FigureAnswer, FigureGroup, FigureMetric, GroupBy } from '../questions';
import { definitionOf, GROUPS } from './asked';
import type { Counted } from './counted';
import { countedFigure, countedTrusts, disputedFacts } from './counted';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { verdictsOfAll } from './verdicts';

/** A metric's figure over all trusts and, where asked, by group of membership on the day. */
export function figure(file: OpenFile, sight: Sight, metric: FigureMetric, by: GroupBy | undefined): FigureAnswer {
  const counted = countedTrusts(file, sight, metric);
  const disputed = disputedFacts(file, sight, counted);
  return {
    metric,
    definition: definitionOf(metric),
    ...countedFigure(metric, counted, disputed),
    groups: by && groupsOf(file, sight, by, counted, (trusts) => countedFigure(metric, trusts, disputed)),
  };
}

/** Figures by group of membership on the day; last those whose group is not known. */
export function groupsOf<Trust extends Pick<Counted, 'about'>>(
  file: OpenFile,
  sight: Sight,
  by: GroupBy,
  counted: readonly Trust[],
  figureOf: (trusts: readonly Trust[]) => Figure,
): FigureGroup[] {
  const groupOf = verdictsOfAll(file, GROUPS[by], sight);
  const groups = new Map<string, Trust[]>();
  for (const trust of counted) {
    const level = groupOf.get(trust.about)?.level ?? NOT_KNOWN;
    const group = groups.get(level);
    if (group) group.push(trust);
    else groups.set(level, [trust]);
  }
  return [...groups]
    .sort(([a], [b]) => (a === NOT_KNOWN ? 1 : b === NOT_KNOWN ? -1 : a < b ? -1 : 1))
    .map(([level, trusts]) => ({ group: level === NOT_KNOWN ? undefined : level, ...figureOf(trusts) }));
}
