import { formatDay } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import { countedSteps } from '@milepost/views';
import type { CountedStep } from '@milepost/views';
import { changeInWords } from '../format/changeInWords';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import type { Chart } from '../charts/chart';
import { countedChart } from '../charts/counted/countedChart';
import { pageLink } from '../visit/pageLink';
import type { PageLink } from '../visit/pageLink';
import { fromApi } from './fromApi';
import type { Visit } from '../visit/visit';
import type { Link } from './pageView';
import type { Cell, Row, Table } from './table';
import { NOT_APPLICABLE_CELL } from './table';
import { wholeRecord } from './wholeRecord';

/** The trusts counted up to the day after the programme's end, each step with its openings and closings; undefined where no lifetime is known. */
export function trustsCounted(visit: Visit, programmeEnd: Day | undefined): Chart | undefined {
  const last = programmeEnd === undefined ? visit.today : Math.min(programmeEnd + 1, visit.today);
  const steps = countedSteps(visit.questions, wholeRecord(visit), last);
  const [first] = steps;
  const final = steps.at(-1);
  if (!first || !final) return undefined;
  const { asOf } = visit.moment;
  const rows = steps.map((step, index): Row => {
    const next = steps[index + 1]?.day ?? Infinity;
    const mark = asOf >= step.day && asOf < next ? `Position on ${dayInWords(asOf)}` : undefined;
    return { cells: cellsOf(step, steps[index - 1], visit), mark };
  });
  return countedChart(steps, asOf, { title: findingOf(first, final), table: { ...HEAD, rows } });
}

const HEAD: Omit<Table, 'rows'> = {
  caption: 'Trusts counted, and what changed the count',
  captionHidden: true,
  head: [
    { text: 'From' },
    { text: 'Trusts counted', numeric: true },
    { text: 'Change', numeric: true },
    { text: 'What changed' },
  ],
};

function findingOf(first: CountedStep, last: CountedStep): string {
  const from = `${numberInWords(first.count)} on ${dayInWords(first.day)}`;
  const to = `${numberInWords(last.count)} on ${dayInWords(last.day)}`;
  if (first.count === last.count) return `Trusts counted: ${from}, and ${to}`;
  return `Trusts counted ${last.count < first.count ? 'fell' : 'rose'} from ${from} to ${to}`;
}

function cellsOf(step: CountedStep, before: CountedStep | undefined, visit: Visit): readonly Cell[] {
  const api = countOn(step, visit);
  const start: readonly Cell[] = [{ text: dayInWords(step.day) }, { text: numberInWords(step.count), api }];
  if (!before) {
    return [...start, NOT_APPLICABLE_CELL, { text: 'The first day for which this record has every lifetime' }];
  }
  const change = step.count - before.count;
  const explained = step.opened.length - step.closed.length === change;
  const [what = { text: 'Not known' }, ...more] = reasons(step, visit.link);
  const gap = explained ? [] : ['The openings and closings recorded here do not explain all of this change.'];
  const changed = { text: changeInWords(change), api: `${api} -${countOn(before, visit)}` };
  return [...start, changed, { ...what, lines: more, notes: gap }];
}

/** Where the interface gives the count from a step's day on. */
function countOn({ day }: CountedStep, { context, asked }: Visit): string {
  const link = pageLink(context.basePath, { ...asked, asOf: formatDay(day) });
  return fromApi(link('/api/v1/figures/in-scope'), '/figure/numerator');
}

function reasons({ opened, closed }: CountedStep, link: PageLink): readonly Link[] {
  const to = (ods: string): string => link(`/trusts/${ods}`);
  return [
    ...opened.map(({ ods, name }) => ({ text: `${name} opened`, href: to(ods) })),
    ...closed.map(({ ods, name, successors }) => ({
      text: `${name} closed${successors.length === 0 ? '' : `, succeeded by ${successors.join(' and ')}`}`,
      href: to(ods),
    })),
  ];
}
