import type * as Plot from '@observablehq/plot';
import type { PlotLibrary } from '../plotKit';
import { BLUE, GRID, INK, PAPER } from './ink';

/** A value before and a value after, where there are such. */
export interface DotRow {
  readonly label: string;
  readonly earlier: number | undefined;
  readonly later: number | undefined;
  /** The values in words, next to their dots. */
  readonly earlierLabel: string;
  readonly laterLabel: string;
}

export interface DotFigures {
  readonly low: number;
  readonly high: number;
  readonly rows: readonly DotRow[];
}

type Placed = DotRow & { readonly y: number };

const WIDTH = 340;
const ROW = 46;

/** Values one under another on one scale: before as a ring, after as a disc, a line between them. */
export function dotRows(plot: PlotLibrary, { low, high, rows }: DotFigures): Plot.PlotOptions {
  const placed = rows.map((row, index): Placed => ({ ...row, y: index * ROW + 32 }));
  const height = rows.length * ROW;
  const both = placed.filter(({ earlier, later }) => earlier !== undefined && later !== undefined);
  return {
    width: WIDTH,
    height: height + 30,
    marginTop: 0,
    marginBottom: 30,
    marginLeft: 12,
    marginRight: 12,
    x: { domain: [low, high], label: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: high - low }),
      plot.axisX({ label: null, ticks: high - low, fontSize: 14, color: INK }),
      plot.text(placed, {
        frameAnchor: 'left',
        textAnchor: 'start',
        y: 'y',
        dy: -18,
        text: 'label',
        fontSize: 14,
        fill: INK,
        stroke: PAPER,
        strokeWidth: 4,
      }),
      plot.link(both, { x1: 'earlier', x2: 'later', y1: 'y', y2: 'y', stroke: INK, strokeWidth: 2 }),
      ...side(
        plot,
        placed.filter(({ earlier }) => earlier !== undefined),
        'earlier',
      ),
      ...side(
        plot,
        placed.filter(({ later }) => later !== undefined),
        'later',
      ),
    ] as Plot.Markish[],
  };
}

function side(plot: PlotLibrary, rows: readonly Placed[], year: 'earlier' | 'later'): Plot.Markish[] {
  const other = year === 'earlier' ? 'later' : 'earlier';
  const isLeft = (row: Placed): boolean => {
    const [own, beside] = [row[year], row[other]];
    return own !== undefined && beside !== undefined && (own < beside || (own === beside && year === 'earlier'));
  };
  const named = (list: readonly Placed[], left: boolean): Plot.Markish =>
    plot.text(list, {
      x: year,
      y: 'y',
      text: `${year}Label`,
      textAnchor: left ? 'end' : 'start',
      dx: left ? -10 : 10,
      fontSize: 14,
      fontWeight: year === 'later' ? 'bold' : 'normal',
      fill: INK,
      stroke: PAPER,
      strokeWidth: 4,
    });
  return [
    plot.dot(rows, { x: year, y: 'y', r: 6, fill: year === 'earlier' ? PAPER : BLUE, stroke: BLUE, strokeWidth: 2 }),
    named(rows.filter(isLeft), true),
    named(
      rows.filter((row) => !isLeft(row)),
      false,
    ),
  ];
}
