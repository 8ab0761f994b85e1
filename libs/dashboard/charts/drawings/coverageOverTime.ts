import type { Day } from '@milepost/domain';
import type * as Plot from '@observablehq/plot';
import type { PlotLibrary } from '../plotKit';
import { PLANE } from './coverageFigures';
import type { ClaimMark, CoverageFigures, EndMove, TargetStep } from './coverageFigures';
import { BLUE, GRID, HALO, INK, PAPER, QUIET } from './ink';
import { placedLabels } from './placedLabels';
import { askedMarks, dateOf, timeAxis } from './timeScale';

const NAMED = { fontSize: 14, lineHeight: 1.15 };

/** Percent over time: targets as steps, moves of the end as arrows in a lane of their own, claims as points and bars. */
export function coverageOverTime(plot: PlotLibrary, figures: CoverageFigures): Plot.PlotOptions {
  const { from, to, low, high, targets, moves, claims, asked } = figures;
  const lane = high + (high - low) * 0.13;
  return {
    width: PLANE.width + 52 + 24,
    height: PLANE.height + 34 + 34,
    marginTop: 34,
    marginLeft: 52,
    marginRight: 24,
    marginBottom: 34,
    x: { type: 'utc', domain: [dateOf(from), dateOf(to)], label: null },
    y: { domain: [low, lane + (high - low) * 0.07], label: null },
    marks: [
      ...percentAxis(plot, low, high),
      ...timeAxis(plot, from, to),
      ...askedMarks(plot, asked, from, to),
      ...moveMarks(plot, moves, lane, low),
      ...targetMarks(plot, figures, targets),
      ...claimMarks(plot, figures, claims),
    ],
  };
}

function percentAxis(plot: PlotLibrary, low: number, high: number): Plot.Markish[] {
  const step = high - low > 40 ? 20 : high - low > 12 ? 5 : 2;
  const first = Math.ceil(low / step) * step;
  const ticks = Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, index) => first + index * step);
  return [
    plot.gridY(ticks, { stroke: GRID, strokeOpacity: 1 }),
    plot.axisY(ticks, {
      label: null,
      tickFormat: (percent: number) => `${String(percent)}%`,
      fontSize: 14,
      color: INK,
      tickSize: 0,
    }),
  ] as Plot.Markish[];
}

function targetMarks(
  plot: PlotLibrary,
  { from, to, low, high }: CoverageFigures,
  targets: readonly TargetStep[],
): Plot.Markish[] {
  const half = (high - low) * 0.02;
  const risers = targets.flatMap((target) => {
    const next = targets.find(
      ({ from, to, percent }) => percent > target.percent && from <= target.to && to > target.to,
    );
    return next === undefined ? [] : [{ day: target.to, low: target.percent, high: next.percent }];
  });
  return [
    plot.ruleX(risers, {
      x: ({ day }: { day: Day }) => dateOf(day),
      y1: 'low',
      y2: 'high',
      stroke: QUIET,
      strokeWidth: 3,
    }),
    plot.ruleY(targets, { x1: start, x2: end, y: 'percent', stroke: QUIET, strokeWidth: 3 }),
    plot.ruleX(targets, {
      x: end,
      y1: ({ percent }: TargetStep) => percent - half,
      y2: ({ percent }: TargetStep) => percent + half,
      stroke: QUIET,
      strokeWidth: 3,
    }),
    ...targets.map((target) => {
      const late = target.from - from > (to - from) * 0.75;
      const place = late ? ({ x: end, textAnchor: 'end' } as const) : ({ x: start, textAnchor: 'start' } as const);
      return plot.text([target], { ...place, y: 'percent', text: 'label', dy: -12, ...HALO, ...NAMED });
    }),
  ];
}

function moveMarks(plot: PlotLibrary, moves: readonly EndMove[], lane: number, low: number): Plot.Markish[] {
  const ends = moves.flatMap(({ from, to }) => [from, to]);
  return [
    plot.ruleX(ends, { x: dateOf, y1: low, y2: lane, stroke: QUIET, strokeWidth: 1 }),
    plot.arrow(moves, { x1: start, x2: end, y1: lane, y2: lane, stroke: INK, strokeWidth: 2.5, headLength: 10 }),
    plot.text(moves, { x: start, y: lane, text: 'label', textAnchor: 'end', dx: -8, ...HALO, ...NAMED }),
  ];
}

function claimMarks(plot: PlotLibrary, figures: CoverageFigures, claims: readonly ClaimMark[]): Plot.Markish[] {
  const half = (figures.high - figures.low) * 0.012;
  const bars = claims.filter((claim) => claim.to > claim.from);
  const points = claims.filter((claim) => claim.to === claim.from);
  return [
    plot.rect(bars, {
      x1: start,
      x2: end,
      y1: ({ percent }: ClaimMark) => percent - half,
      y2: ({ percent }: ClaimMark) => percent + half,
      insetLeft: 1.5,
      insetRight: 1.5,
      fill,
      stroke: BLUE,
      strokeWidth: 2,
    }),
    plot.dot(points, {
      x: start,
      y: 'percent',
      r: 6,
      symbol: ({ forecast }: ClaimMark) => (forecast ? 'triangle' : 'circle'),
      fill,
      stroke: BLUE,
      strokeWidth: 2,
    }),
    ...placedLabels(claims, figures).map(({ claim, place, anchor }) =>
      plot.text([claim], {
        x: anchor === 'middle' ? middle : anchor === 'start' ? start : end,
        y: 'percent',
        text: 'label',
        textAnchor: anchor,
        lineAnchor: place === 'below' ? 'top' : place === 'above' ? 'bottom' : 'middle',
        dx: place === 'before' ? -12 : 0,
        dy: place === 'below' ? 9 : place === 'above' ? -9 : 0,
        ...HALO,
        ...NAMED,
      }),
    ),
  ];
}

const start = ({ from }: { from: Day }): Date => dateOf(from);
const end = ({ to }: { to: Day }): Date => dateOf(to);
const middle = ({ from, to }: { from: Day; to: Day }): Date => dateOf((from + to) / 2);
const fill = ({ copy }: ClaimMark): string => (copy ? PAPER : BLUE);
