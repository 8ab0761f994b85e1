import { Problem } from '@milepost/platform';
import type { Figure, FigureMember } from '@milepost/views';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import { percentInWords } from '../format/percentInWords';
import type { Visit } from '../visit/visit';
import { entryCell } from './factCells';
import { groupingOf, groupings, groupTable } from './figureGroups';
import { cautionOf, FIGURES_IN_WORDS, isFigure } from './figuresInWords';
import { fromApi } from './fromApi';
import type { PageView } from './pageView';
import { pageNumber, paging } from './paging';
import { columns } from './table';
import type { Cell, Table } from './table';
import { wordFor } from '../format/wordFor';

export const FIGURE_PARAMETERS = ['page', 'by'] as const;

const ON_A_PAGE = 50;

/**
 * A figure explained: the trusts behind it, each with the reason and the deciding entries.
 * @throws Problem `unknown-metric` (404).
 */
export function figurePage(visit: Visit, name: string): PageView {
  const { questions, moment, link, query, context } = visit;
  if (!isFigure(name)) throw unknownMetric(name);
  const { title, counted } = FIGURES_IN_WORDS[name];
  const page = pageNumber(query['page']);
  const by = groupingOf(query['by']);
  const caution = cautionOf(name, context);
  const answer = questions.figure(moment, name, by);
  const members = questions.members(moment, name, (page - 1) * ON_A_PAGE, ON_A_PAGE);
  const here = { by: query['by'] };
  return {
    template: 'figure.njk',
    title,
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      title,
      counted,
      caution,
      figure: figureInWords(answer, dayInWords(moment.asOf), link(`/api/v1/figures/${name}`), caution === undefined),
      groups: page === 1 ? groupTable(answer, by, visit) : undefined,
      groupings: groupings(name, by, visit),
      doors: [
        { text: 'See what changed since another day, and why', href: link('/compare', { metric: name }) },
        { text: 'Go through it month by month', href: link('/replay', { metric: name }) },
      ],
      definition: answer.definition,
      table: memberTable(members.items, visit),
      paging: paging(page, members.total, ON_A_PAGE, (number) =>
        link(`/figures/${name}`, { ...here, page: String(number) }),
      ),
      total: fromApi(link(`/api/v1/figures/${name}/members`, { limit: '1' }), '/total'),
    },
  };
}

/** The figure as a sentence, and where the interface gives its numbers. */
export function figureInWords(
  answer: Figure & { readonly metric: string },
  day: string,
  address: string,
  withPercent = false,
): { text: string; api: string } {
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
  const percent = withPercent ? percentOf(answer) : undefined;
  const percents =
    percent === undefined ? [] : ['/figure/percentLow', ...(notKnown === 0 ? [] : ['/figure/percentHigh'])];
  const api = fromApi(address, '/figure/numerator', ...most, '/figure/denominator', ...percents, ...rest);
  return { text: `${range} of ${countOf(denominator, 'trust')}${percent ?? ''} ${end}`, api };
}

/** ` (56% to 57%)`: a range like the figure, never a midpoint; undefined where there is nothing to divide by. */
function percentOf({ percentLow, percentHigh }: Figure): string | undefined {
  if (percentLow === undefined || percentHigh === undefined) return undefined;
  return ` (${percentInWords(percentLow, percentHigh)})`;
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
    detail: `Milepost has no figure called ${name}. It has: ${Object.keys(FIGURES_IN_WORDS).join(', ')}.`,
  });
}
