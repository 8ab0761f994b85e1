import type { Day } from '@milepost/domain';
import type { CountedStep } from '@milepost/views';
import { dayInWords, partsOfDay } from '../../format/dayInWords';
import { numberInWords } from '../../format/numberInWords';
import type { Table } from '../../pages/table';
import type { Chart } from '../chart';
import type { CountedFigures, CountedMark } from '../drawings/countedOverTime';

const MARGIN = 60;
const MOST_REASONS = 4;

/** The steps of the count as a picture; `title` and `table` are those that stand beside it. */
export function countedChart(
  steps: readonly CountedStep[],
  asked: Day,
  { title, table }: { title: string; table: Table },
): Chart {
  const figures = figuresOf(steps, asked);
  return {
    id: 'trusts-counted',
    title,
    description: `The number of trusts counted as a line of steps. ${steps.map(inWords).join('; ')}.`,
    notes: [],
    table,
    wide: { kind: 'counted-over-time', figures },
    narrow: { kind: 'counted-rows', figures },
  };
}

function figuresOf(steps: readonly CountedStep[], asked: Day): CountedFigures {
  const counts = steps.map(({ count }) => count);
  const from = (steps[0]?.day ?? asked) - MARGIN;
  const to = (steps.at(-1)?.day ?? asked) + 2 * MARGIN;
  return {
    from,
    to,
    low: Math.min(...counts) - 1,
    high: Math.max(...counts) + 1,
    steps: steps.map((step): CountedMark => ({
      day: step.day,
      date: dayInWords(step.day),
      count: step.count,
      reasons: cut(reasonsOf(step)),
    })),
    asked: { day: asked, label: `Position on ${dayInWords(asked)}` },
  };
}

/** What opened, and what merged into what: names as they are called in the field, without their legal form. */
function reasonsOf({ opened, closed }: CountedStep): readonly string[] {
  return [
    ...opened.map(({ name }) => `${shortName(name)} opened`),
    ...closed.map(({ name, successors }) =>
      successors.length === 0
        ? `${shortName(name)} closed`
        : `${shortName(name)} into ${successors.map(shortName).join(' and ')}`,
    ),
  ];
}

function cut(reasons: readonly string[]): readonly string[] {
  if (reasons.length <= MOST_REASONS) return reasons;
  return [...reasons.slice(0, MOST_REASONS - 1), `and ${numberInWords(reasons.length - MOST_REASONS + 1)} more`];
}

/** `Somerset` of `Somerset NHS Foundation Trust`. */
export function shortName(name: string): string {
  return name.replace(/ (NHS )?(Foundation )?Trust$/, '').replace(/,$/, '');
}

function inWords(step: CountedStep): string {
  const { date, month, year } = partsOfDay(step.day);
  const reasons = reasonsOf(step);
  return `${numberInWords(step.count)} from ${date} ${month} ${year}${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}`;
}
