import type * as Plot from '@observablehq/plot';
import type { PlotLibrary } from '../plotKit';
import { BLUE, GRID, INK, PAPER } from './ink';

/** How many values are spread: the least, the quartiles, the greatest. */
export interface Spread {
  readonly label: string;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly greatest: number;
  /** The median as it is written in the table. */
  readonly value: string;
  readonly hollow: boolean;
}

export interface SpreadFigures {
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly groups: readonly { readonly heading: string; readonly spreads: readonly Spread[] }[];
}

type Placed = Spread & { readonly y: number };

const ROW = 34;
const HEADING = 30;
const HALF = 8;

/** Spreads one under another on one scale, in groups: a line from least to greatest, a box between the quartiles, the median named. */
export function spreadRows(plot: PlotLibrary, { width, low, high, groups }: SpreadFigures): Plot.PlotOptions {
  const headings: { y: number; text: string }[] = [];
  const rows: Placed[] = [];
  let y = 0;
  for (const { heading, spreads } of groups) {
    headings.push({ y: y + 4, text: heading });
    y += HEADING;
    for (const spread of spreads) {
      rows.push({ ...spread, y: y + ROW / 2 });
      y += ROW;
    }
    y += 10;
  }
  const labels = width > 500 ? 150 : 116;
  const text = { frameAnchor: 'left', textAnchor: 'start', fill: INK, fontSize: 14 } as const;
  return {
    width,
    height: y + 30,
    marginTop: 0,
    marginBottom: 30,
    marginLeft: labels,
    marginRight: 50,
    x: { domain: [low, high], label: null },
    y: { domain: [0, y], range: [0, y], axis: null },
    marks: [
      plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: high - low }),
      plot.axisX({ label: null, ticks: high - low, fontSize: 14, color: INK }),
      plot.text(headings, {
        ...text,
        y: 'y',
        text: 'text',
        dx: -labels,
        lineAnchor: 'top',
        fontWeight: 'bold',
        stroke: PAPER,
        strokeWidth: 4,
      }),
      plot.text(rows, { ...text, y: 'y', text: 'label', dx: -labels }),
      plot.ruleY(rows, { x1: 'least', x2: 'greatest', y: 'y', stroke: INK, strokeWidth: 1.5 }),
      plot.rect(rows, {
        x1: 'lower',
        x2: 'upper',
        y1: ({ y }: Placed) => y - HALF,
        y2: ({ y }: Placed) => y + HALF,
        fill: ({ hollow }: Placed) => (hollow ? PAPER : BLUE),
        stroke: BLUE,
        strokeWidth: 2,
      }),
      plot.ruleX(rows, {
        x: 'median',
        y1: ({ y }: Placed) => y - 13,
        y2: ({ y }: Placed) => y + 13,
        stroke: INK,
        strokeWidth: 3,
      }),
      plot.text(rows, {
        x: 'greatest',
        y: 'y',
        text: 'value',
        textAnchor: 'start',
        dx: 8,
        fill: INK,
        fontSize: 14,
        fontWeight: 'bold',
      }),
    ] as Plot.Markish[],
  };
}
