import type * as Plot from '@observablehq/plot';
import type { PlotLibrary } from '../plotKit';
import type { CountedFigures } from './countedOverTime';
import { BLUE, GRID, INK, QUIET } from './ink';
import { inLines } from './inLines';

const WIDTH = 320;
const LEFT = 14;
const STEPS_WIDTH = 84;
const LINE = 17;
const CHARACTERS = 29;

interface Row {
  readonly y: number;
  readonly count: number;
  readonly title: string;
  readonly lines: string;
  readonly asked: boolean;
}

/** The same steps for a narrow screen: time runs downwards, a row each, with the words to the right. */
export function countedRows(plot: PlotLibrary, { low, high, steps, asked }: CountedFigures): Plot.PlotOptions {
  let y = 8;
  const rows = steps.map(({ date, count, reasons, day }, index): Row => {
    const lines = reasons.flatMap((reason) => inLines(reason, CHARACTERS));
    const isAsked = asked.day >= day && asked.day < (steps[index + 1]?.day ?? Infinity);
    if (isAsked) lines.push(asked.label);
    const row = { y, count, title: `${String(count)} from ${date}`, lines: lines.join('\n'), asked: isAsked };
    y += 20 + LINE * lines.length + 12;
    return row;
  });
  const last = rows.at(-1);
  const right = {
    frameAnchor: 'left',
    textAnchor: 'start',
    lineAnchor: 'top',
    dx: STEPS_WIDTH + 16,
    fill: INK,
  } as const;
  return {
    width: WIDTH,
    height: y,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: LEFT,
    marginRight: WIDTH - LEFT - STEPS_WIDTH,
    x: { domain: [low, high], axis: null },
    y: { domain: [0, y], range: [0, y], axis: null },
    marks: [
      plot.ruleX([low, high], { stroke: GRID }),
      plot.line(last === undefined ? rows : [...rows, { ...last, y }], {
        x: 'count',
        y: ({ y }: Row) => y + 7,
        curve: 'step-before',
        stroke: BLUE,
        strokeWidth: 3,
      }),
      plot.dot(rows, { x: 'count', y: ({ y }: Row) => y + 7, r: 5, fill: BLUE }),
      plot.dot(
        rows.filter((row) => row.asked),
        { x: 'count', y: ({ y }: Row) => y + 7, r: 9, stroke: QUIET, strokeWidth: 2 },
      ),
      plot.text(rows, { ...right, y: 'y', text: 'title', fontWeight: 'bold', fontSize: 14 }),
      plot.text(rows, { ...right, y: 'y', dy: 20, text: 'lines', lineHeight: LINE / 14, fontSize: 14 }),
    ] as Plot.Markish[],
  };
}
