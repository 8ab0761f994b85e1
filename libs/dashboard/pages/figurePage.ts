import { Problem } from '@milepost/platform';
import type { FigureAnswer, FigureMember, FigureMetric } from '@milepost/views';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import type { Visit } from '../visit/visit';
import { entryCell } from './factCells';
import { fromApi } from './fromApi';
import type { PageView } from './pageView';
import { pageNumber, paging } from './paging';
import { columns } from './table';
import type { Cell, Table } from './table';
import { wordFor } from '../format/wordFor';

export const FIGURE_PARAMETERS = ['page'] as const;

const ON_A_PAGE = 50;

/** What is counted, and what the count does not say. */
interface Metric {
  readonly title: string;
  readonly counted: string;
  readonly caution: string | undefined;
}

const RECORD_ONLY =
  'This counts what this record holds, not what is so: most trusts have no report here, and silence is not a no. It is not a figure for the NHS.';

const METRICS: Readonly<Record<FigureMetric, Metric>> = {
  'in-scope': {
    title: 'Trusts counted',
    counted:
      'NHS trusts and care trusts in England that were open on the day. The first and the last day of a trust are counted. Trusts in Wales are not.',
    caution: undefined,
  },
  'epr-live': {
    title: 'Trusts with a live EPR in this record',
    counted: 'Trusts counted on the day for which this record holds a go-live that no later entry takes back.',
    caution: RECORD_ONLY,
  },
  'epr-live-or-implementing': {
    title: 'Trusts with an EPR live or being implemented in this record',
    counted:
      'Trusts counted on the day for which this record holds a go-live or the start of an implementation that no later entry takes back.',
    caution: RECORD_ONLY,
  },
  'late-against-plan': {
    title: 'Trusts late against their latest plan in this record',
    counted:
      'Trusts counted on the day with an EPR whose latest planned day was over, and which nothing recorded by then says was live. A trust that gave a new date in time is not late. Beyond the last day on which anything about its EPR is reported it is not known.',
    caution: RECORD_ONLY,
  },
  'late-against-first-plan': {
    title: 'Trusts late against their first plan in this record',
    counted:
      'Trusts counted on the day with an EPR whose first planned day was over, however often it was moved, and which nothing recorded by then says was live. Beyond the last day on which anything about its EPR is reported it is not known.',
    caution: RECORD_ONLY,
  },
  'plan-published': {
    title: 'Trusts with a published plan in this record',
    counted: 'Trusts counted on the day for which this record holds a plan of an EPR or of its go-live.',
    caution: RECORD_ONLY,
  },
};

/**
 * A figure explained: the trusts behind it, each with the reason and the deciding entries.
 * @throws Problem `unknown-metric` (404).
 */
export function figurePage(visit: Visit, name: string): PageView {
  const { questions, moment, link, query, context } = visit;
  if (!Object.hasOwn(METRICS, name)) throw unknownMetric(name);
  const metric = name as FigureMetric;
  const { title, counted, caution } = METRICS[metric];
  const page = pageNumber(query['page']);
  const answer = questions.figure(moment, metric, undefined);
  const members = questions.members(moment, metric, (page - 1) * ON_A_PAGE, ON_A_PAGE);
  return {
    template: 'figure.njk',
    title,
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      title,
      counted,
      caution: context.kind === 'public-record' ? caution : undefined,
      figure: figureInWords(answer, dayInWords(moment.asOf), link(`/api/v1/figures/${name}`)),
      definition: answer.definition,
      table: memberTable(members.items, visit),
      paging: paging(page, members.total, ON_A_PAGE, (number) => link(`/figures/${name}`, { page: String(number) })),
      total: fromApi(link(`/api/v1/figures/${name}/members`, { limit: '1' }), '/total'),
    },
  };
}

/** The figure as a sentence, and where the interface gives its numbers. */
function figureInWords(answer: FigureAnswer, day: string, address: string): { text: string; api: string } {
  const { metric, numerator, denominator, notKnown, disputed } = answer;
  const open = notKnown === 0 ? '' : `; for ${numberInWords(notKnown)} it is not known`;
  const disputes = disputed === 0 ? '' : `; ${countOf(disputed, 'deciding entry is', 'deciding entries are')} disputed`;
  const rest = [...(notKnown === 0 ? [] : ['/figure/notKnown']), ...(disputed === 0 ? [] : ['/figure/disputed'])];
  const end = `on ${day}${open}${disputes}`;
  if (metric === 'in-scope') {
    return {
      text: `${countOf(numerator, 'trust')} counted ${end}`,
      api: fromApi(address, '/figure/numerator', ...rest),
    };
  }
  const range =
    notKnown === 0
      ? numberInWords(numerator)
      : `Between ${numberInWords(numerator)} and ${numberInWords(numerator + notKnown)}`;
  const most = notKnown === 0 ? [] : ['/figure/numerator', '+/figure/notKnown'];
  const api = fromApi(address, '/figure/numerator', ...most, '/figure/denominator', ...rest);
  return { text: `${range} of ${countOf(denominator, 'trust')} ${end}`, api };
}

function memberTable(members: readonly FigureMember[], { link }: Visit): Table {
  return {
    caption: 'The trusts behind the figure',
    captionHidden: true,
    head: columns('Trust', 'Verdict', 'Why', 'Counted because of', 'Decided by'),
    rows: members.map(({ ods, name, verdict, reason, scopeWhy, why }) => ({
      cells: [
        { text: name, href: link(`/trusts/${ods}`), notes: [ods] },
        { text: wordFor(VERDICTS, verdict) ?? verdict },
        { text: reason },
        entryOrNone(scopeWhy, link),
        entryOrNone(why, link),
      ],
    })),
  };
}

const VERDICTS: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No', 'not-known': 'Not known' };

function entryOrNone(sequence: number, link: Visit['link']): Cell {
  return sequence < 0 ? { text: 'No entry' } : entryCell(sequence, link);
}

function unknownMetric(name: string): Problem {
  return new Problem({
    slug: 'unknown-metric',
    title: 'No such figure',
    status: 404,
    detail: `Milepost has no figure called ${name}. It has: ${Object.keys(METRICS).join(', ')}.`,
  });
}
