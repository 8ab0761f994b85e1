import { formatDay } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import type * as Plot from '@observablehq/plot';
import { MONTHS } from '../../format/dayInWords';
import type { PlotLibrary } from '../plotKit';
import { INK, QUIET } from './ink';

const DAY = 86_400_000;

/** A day as the library's time scale takes it. */
export const dateOf = (day: Day): Date => new Date(day * DAY);

/** First days of the years that a span touches, or of the quarters of a short one; at most `most` of them. */
export function ticksIn(from: Day, to: Day, most: number): Date[] {
  const months = to - from < SHORT ? 3 : 12;
  const first = Number(formatDay(from).slice(0, 4));
  const last = Number(formatDay(to).slice(0, 4));
  const count = ((last - first + 1) * 12) / months;
  const days = Array.from({ length: count }, (_, index) => monthStart(first, index * months)).filter(
    (day) => day >= from && day <= to,
  );
  const step = Math.ceil(days.length / most);
  return days.filter((_, index) => index % step === 0).map(dateOf);
}

/** Shorter than this, a span of time is told by its quarters. */
const SHORT = 600;

function monthStart(year: number, months: number): Day {
  return Date.UTC(year, months, 1) / DAY;
}

/** The axis of a time scale: the beginnings of years, or of quarters. */
export function timeAxis(plot: PlotLibrary, from: Day, to: Day, most = 12): Plot.Markish[] {
  const tickFormat = to - from < SHORT ? monthOf : yearOf;
  return [plot.axisX(ticksIn(from, to, most), { label: null, tickFormat, fontSize: 14, color: INK })] as Plot.Markish[];
}

const yearOf = (date: Date): string => String(date.getUTCFullYear());
const monthOf = (date: Date): string => `${(MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)} ${yearOf(date)}`;

/** The day that the page is about, drawn through the whole picture. */
export interface AskedDay {
  readonly day: Day;
  readonly label: string;
}

/** Marks the day asked about; the label stands on the side where there is room. */
export function askedMarks(plot: PlotLibrary, asked: AskedDay | undefined, from: Day, to: Day): Plot.Markish[] {
  if (asked === undefined || asked.day < from || asked.day > to) return [];
  const share = (asked.day - from) / (to - from);
  const textAnchor = share > 0.65 ? 'end' : share < 0.35 ? 'start' : 'middle';
  return [
    plot.ruleX([asked], {
      x: ({ day }: AskedDay) => dateOf(day),
      stroke: QUIET,
      strokeDasharray: '2 3',
      strokeWidth: 1.5,
    }),
    plot.text([asked], {
      x: ({ day }: AskedDay) => dateOf(day),
      frameAnchor: 'top',
      text: 'label',
      textAnchor,
      dx: { start: 4, middle: 0, end: -4 }[textAnchor],
      dy: -14,
      fill: QUIET,
    }),
  ];
}
