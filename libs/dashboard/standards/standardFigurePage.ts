import { Problem } from '@milepost/platform';
import type { StandardMember } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { entryCell } from '../pages/factCells';
import { RECORD_ONLY } from '../pages/figuresInWords';
import { fromApi } from '../pages/fromApi';
import type { PageView } from '../pages/pageView';
import { pageNumber, paging } from '../pages/paging';
import { columns } from '../pages/table';
import type { Cell, Table } from '../pages/table';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { meetsInWords } from './meetsInWords';
import { standardPath } from './standardPath';
import { unknownStandard } from './unknownStandard';

const ON_A_PAGE = 50;
const FORM = /^meets:([a-z0-9-]+)@([a-z0-9.-]+)$/;

/** Whether a figure is that of a standard's version: `meets:{standard}@{version}`. */
export const isStandardFigure = (metric: string): boolean => FORM.test(metric);

/**
 * The trusts that a version of a standard is about, the level of each, and why.
 * @throws Problem `unknown-standard`, `unknown-standard-version`, `illustration-has-no-members` (404)
 */
export function standardFigurePage(visit: Visit, metric: string): PageView {
  const { questions, moment, link, query, context } = visit;
  const [, id = '', name = ''] = FORM.exec(metric) ?? [];
  const standard = questions.standards.all(moment).find((one) => one.id === id);
  if (!standard) throw unknownStandard(id);
  const definition = standard.versions.find((one) => one.definition.version === name)?.definition;
  if (!definition) throw unknownStandard(id, name);
  if (definition.purpose === 'illustration') throw withoutMembers(definition.title);
  const page = pageNumber(query['page']);
  const address = `/api/v1/figures/${metric}`;
  const figure = questions.standards.figure(moment, definition, undefined);
  const members = questions.standards.members(moment, definition, (page - 1) * ON_A_PAGE, ON_A_PAGE);
  return {
    template: 'figure.njk',
    title: definition.title,
    trail: [
      { text: 'Milepost', href: link('/') },
      { text: 'Standards', href: link('/standards') },
      { text: definition.title, href: link(standardPath(id), { version: name }) },
    ],
    page: {
      title: definition.title,
      counted: 'Trusts that meet this standard. A trust of which it is not certain is not counted as meeting it.',
      caution: context.kind === 'public-record' ? RECORD_ONLY : undefined,
      figure: meetsInWords(figure, dayInWords(moment.asOf), link(address)),
      definition: `${metric}, ${definition.mergerPolicy}`,
      table: memberTable(members.items, link),
      paging: paging(page, members.total, ON_A_PAGE, (number) => link(`/figures/${metric}`, { page: String(number) })),
      total: fromApi(link(`${address}/members`, { limit: '1' }), '/total'),
    },
  };
}

const MEETS: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' };

function memberTable(members: readonly StandardMember[], link: PageLink): Table {
  return {
    caption: 'The trusts behind the figure',
    captionHidden: true,
    head: columns('Trust', 'Level', 'Meets it', 'Why', 'Decided by'),
    rows: members.map(({ ods, name, level, verdict, reason, why }) => ({
      cells: [
        { text: name, href: link(`/trusts/${ods}`), notes: [ods] },
        { text: level === 'not-known' ? 'Not known' : level },
        { text: MEETS[verdict] ?? 'Not known' },
        { text: reason },
        decidedBy(why, link),
      ],
    })),
  };
}

const decidedBy = (why: number, link: PageLink): Cell => (why < 0 ? { text: 'No entry' } : entryCell(why, link));

function withoutMembers(title: string): Problem {
  return new Problem({
    slug: 'illustration-has-no-members',
    title: 'An illustration has no members',
    status: 404,
    detail: `“${title}” is an illustration: a figure overall and by region, and nothing about any one trust.`,
  });
}
