import type { Day } from '@milepost/domain';
import type * as Plot from '@observablehq/plot';
import type { PlotLibrary } from '../plotKit';
import { BLUE, GRID, INK, PAPER } from './ink';
import { inLines } from './inLines';
import { askedMarks, dateOf, ticksIn, timeAxis } from './timeScale';
import type { AskedDay } from './timeScale';

/** Something on a row: a day, the days between which it was, the time before it, or, with an arrow, what led from one to another. */
export interface TimeMark {
  /** `point-after` stands behind the bar that ends on its day. */
  readonly shape: 'point' | 'point-after' | 'range' | 'before' | 'arrow';
  readonly from: Day;
  readonly to: Day;
  /** Outlined: planned, or seen in a secondary copy. */
  readonly hollow: boolean;
  readonly symbol: 'circle' | 'triangle' | 'square' | 'times';
}

/** A line of words, and what is drawn below them. */
export interface TimeRow {
  /** Stands above the first row of a group. */
  readonly heading: string | undefined;
  readonly label: string;
  readonly marks: readonly TimeMark[];
}

export interface TimeFigures {
  readonly width: number;
  readonly from: Day;
  readonly to: Day;
  readonly rows: readonly TimeRow[];
  readonly asked: AskedDay | undefined;
}

interface Line {
  readonly y: number;
  readonly text: string;
}

const LINE = 18;
const CHARACTER = 7.1;
const MARK = 24;
const HEADING = 30;
const TOP = 24;
const MARGIN = 10;

/** One row under another, each with its words above what is drawn, on one scale of time. */
export function timeRows(plot: PlotLibrary, { width, from, to, rows, asked }: TimeFigures): Plot.PlotOptions {
  const { headings, labels, marks, height } = laidOut(rows, width);
  const ranges = marks.filter(({ shape }) => shape === 'range');
  const before = marks.filter(({ shape }) => shape === 'before');
  const arrows = marks.filter(({ shape }) => shape === 'arrow');
  const most = width > 500 ? 12 : 5;
  const line = {
    frameAnchor: 'left',
    textAnchor: 'start',
    lineAnchor: 'top',
    text: 'text',
    y: 'y',
    fill: INK,
    fontSize: 14,
  } as const;
  return {
    width,
    height: height + TOP + 30,
    marginTop: TOP,
    marginBottom: 30,
    marginLeft: MARGIN,
    marginRight: MARGIN,
    x: { type: 'utc', domain: [dateOf(from), dateOf(to)], label: null },
    y: { domain: [0, height], range: [TOP, TOP + height], axis: null },
    symbol: { type: 'identity' },
    marks: [
      plot.gridX(ticksIn(from, to, most), { stroke: GRID, strokeOpacity: 1 }),
      ...timeAxis(plot, from, to, most),
      ...askedMarks(plot, asked, from, to),
      plot.text(headings, { ...line, fontWeight: 'bold', stroke: PAPER, strokeWidth: 4 }),
      plot.text(labels, { ...line, stroke: PAPER, strokeWidth: 4 }),
      plot.arrow(arrows, {
        x1: start,
        x2: end,
        y1: 'y',
        y2: 'y',
        stroke: INK,
        strokeWidth: 2,
        headLength: 8,
        insetStart: 8,
        insetEnd: 2,
      }),
      plot.ruleY(before, { x1: start, x2: end, y: 'y', stroke: BLUE, strokeWidth: 2, strokeDasharray: '4 4' }),
      plot.rect(ranges, {
        x1: start,
        x2: end,
        y1: ({ y }: Placed) => y - 5,
        y2: ({ y }: Placed) => y + 5,
        insetRight: -2,
        fill,
        stroke: BLUE,
        strokeWidth: 2,
      }),
      ...(['point', 'point-after'] as const).map((shape) =>
        plot.dot(
          marks.filter((mark) => mark.shape === shape),
          {
            x: start,
            y: 'y',
            dx: shape === 'point' ? 0 : 13,
            r: 6,
            symbol: 'symbol',
            fill,
            stroke: ({ symbol }: Placed) => (symbol === 'times' ? INK : BLUE),
            strokeWidth: 2.5,
          },
        ),
      ),
    ] as Plot.Markish[],
  };
}

type Placed = TimeMark & { readonly y: number };

function laidOut(rows: readonly TimeRow[], width: number) {
  const headings: Line[] = [];
  const labels: Line[] = [];
  const marks: Placed[] = [];
  const characters = Math.floor((width - 2 * MARGIN) / CHARACTER);
  let y = 0;
  for (const row of rows) {
    if (row.heading !== undefined) {
      headings.push({ y: y + 8, text: row.heading });
      y += HEADING;
    }
    for (const text of inLines(row.label, characters)) {
      labels.push({ y: y + 4, text });
      y += LINE;
    }
    for (const mark of row.marks) marks.push({ ...mark, y: y + MARK / 2 });
    y += row.marks.length === 0 ? 6 : MARK + 10;
  }
  return { headings, labels, marks, height: y };
}

const start = ({ from }: TimeMark): Date => dateOf(from);
const end = ({ to }: TimeMark): Date => dateOf(to);
const fill = ({ hollow }: TimeMark): string => (hollow ? PAPER : BLUE);
