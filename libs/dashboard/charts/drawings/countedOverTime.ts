import type { Day } from '@milepost/domain';
import type * as Plot from '@observablehq/plot';
import type { PlotLibrary } from '../plotKit';
import { BLUE, GRID, HALO, INK } from './ink';
import { inLines } from './inLines';
import { askedMarks, dateOf, timeAxis } from './timeScale';
import type { AskedDay } from './timeScale';

/** From this day on so many; what changed the count, a line each. */
export interface CountedMark {
  readonly day: Day;
  readonly date: string;
  readonly count: number;
  readonly reasons: readonly string[];
}

export interface CountedFigures {
  readonly from: Day;
  readonly to: Day;
  readonly low: number;
  readonly high: number;
  readonly steps: readonly CountedMark[];
  readonly asked: AskedDay;
}

interface Step extends CountedMark {
  readonly before: number;
  /** Its words, in lines that fit beside it. */
  readonly lines: readonly string[];
  /** Whether its words stand to the left of it. */
  readonly left: boolean;
}

const WIDTH = 816;
const LEFT = 44;
const RIGHT = 40;
/** Of words about a step, on average. */
const CHARACTER = 6.7;
const UNIT = 34;
const TOP = 34;
const BOTTOM = 34;
const MOST_UNITS = 16;

/** The count as a line of steps. Words about a step stand between its two levels, on the side where the line is not. */
export function countedOverTime(
  plot: PlotLibrary,
  { from, to, low, high, steps, asked }: CountedFigures,
): Plot.PlotOptions {
  const placed = steps.map((step, index): Step => {
    const along = (step.day - from) / (to - from);
    const left = along > 0.45;
    const characters = ((left ? along : 1 - along) * WIDTH) / CHARACTER;
    const lines = step.reasons.flatMap((reason) => inLines(reason, characters));
    return { ...step, before: steps[index - 1]?.count ?? step.count, left, lines };
  });
  const last = placed.at(-1);
  const line = last === undefined ? placed : [...placed, { ...last, day: to }];
  return {
    width: WIDTH + LEFT + RIGHT,
    height: TOP + BOTTOM + UNIT * Math.min(high - low, MOST_UNITS),
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: LEFT,
    marginRight: RIGHT,
    x: { type: 'utc', domain: [dateOf(from), dateOf(to)], label: null },
    y: { domain: [low, high], label: null },
    marks: [
      plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      plot.axisY({ label: null, ticks: 5, tickSize: 0, fontSize: 14, color: INK }),
      ...timeAxis(plot, from, to),
      ...askedMarks(plot, asked, from, to),
      plot.line(line, { x: at, y: 'count', curve: 'step-after', stroke: BLUE, strokeWidth: 3 }),
      plot.dot(placed, { x: at, y: 'count', r: 5, fill: BLUE }),
      ...numbers(plot, placed),
      ...words(plot, placed.slice(1)),
    ] as Plot.Markish[],
  };
}

function numbers(plot: PlotLibrary, steps: readonly Step[]): Plot.Markish[] {
  const style = {
    x: at,
    y: 'count',
    text: ({ count }: Step) => String(count),
    textAnchor: 'start',
    fontSize: 16,
  } as const;
  const bold = { ...HALO, fontWeight: 'bold' } as const;
  const sunk = (step: Step): boolean => !step.left && step.before !== step.count;
  return [
    plot.text(steps.filter(sunk), { ...style, ...bold, lineAnchor: 'top', dx: 2, dy: 8 }),
    plot.text(
      steps.filter((step) => !sunk(step)),
      { ...style, ...bold, lineAnchor: 'bottom', dx: 4, dy: -7 },
    ),
  ];
}

function words(plot: PlotLibrary, steps: readonly Step[]): Plot.Markish[] {
  const side = (left: boolean): Plot.Markish =>
    plot.text(
      steps.filter((step) => step.left === left),
      {
        x: at,
        y: ({ count, before }: Step) => (count + before) / 2,
        text: ({ lines }: Step) => lines.join('\n'),
        textAnchor: left ? 'end' : 'start',
        lineAnchor: 'middle',
        lineHeight: 1.2,
        dx: left ? -10 : 10,
        fontSize: 13,
        ...HALO,
      },
    );
  return [side(false), side(true)];
}

const at = ({ day }: { day: Day }): Date => dateOf(day);
