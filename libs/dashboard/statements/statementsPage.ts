import { formatDay } from '@milepost/domain';
import { besideClaim } from '@milepost/views';
import type { BesideClaim, FactView } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { textMember } from '../format/eventMembers';
import { sourceNote, whenCell } from '../pages/factCells';
import { fromApi } from '../pages/fromApi';
import type { PageView } from '../pages/pageView';
import { columns, notes } from '../pages/table';
import type { Cell, Note, Table } from '../pages/table';
import { pageLink } from '../visit/pageLink';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { downloads } from '../visit/downloads';
import { besideCell } from './besideCell';
import { givenFrom } from './givenFrom';
import { numberPointers, percentPointers } from './givenPointers';
import { givenNumbers, givenPercent, givenReference, givenTargetDate } from './givenCells';
import { statementPath } from './statementPath';

/** More than any programme has; what is beyond them is in the interface for programs. */
const MOST = 500;

/** What was said in public by the day, each beside what the record shows. */
export function statementsPage(visit: Visit): PageView {
  const { questions, moment, link, today } = visit;
  const { items, total } = questions.facts(moment, 'statement', 0, MOST);
  const said = items.filter(({ type }) => type === 'StatementPublished.v1').reverse();
  return {
    template: 'statements.njk',
    title: 'Public claims',
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      total: said.length,
      day: dayInWords(moment.asOf),
      sections: SECTIONS.map((section) => ({
        ...section,
        table: section.table(ofSection(section, said), visit),
      })).filter(({ table }) => table.rows.length > 0),
      leftOut: total - items.length,
      later: moment.asOf < today ? laterThan(total, visit) : undefined,
      downloads: downloads(visit, '/api/v1/statements', { limit: String(MOST) }),
    },
  };
}

/** How many more were made since the day, and the way to them; undefined where there are none. */
function laterThan(total: number, { questions, moment, link, today, context, asked }: Visit) {
  const count = questions.facts({ ...moment, asOf: today }, 'statement', 0, 1).total - total;
  if (count === 0) return undefined;
  const linkToday = pageLink(context.basePath, { ...asked, asOf: formatDay(today) });
  const totals = [linkToday, link].map((at) => fromApi(at('/api/v1/statements', { limit: '1' }), '/total'));
  return { count, api: totals.join(' -'), href: linkToday('/statements') };
}

interface Section {
  readonly id: string;
  readonly heading: string;
  readonly intro: string;
  readonly kinds: readonly string[];
  readonly table: (statements: readonly FactView[], visit: Visit) => Table;
}

const SECTIONS: readonly Section[] = [
  {
    id: 'claims',
    heading: 'Claims and forecasts',
    intro:
      'Words and numbers are as given. Beside them stands what this record counts for the days that each is about.',
    kinds: ['claim', 'forecast'],
    table: claimTable,
  },
  {
    id: 'targets',
    heading: 'Targets',
    intro: 'Each as it was announced then. Beside it stand the trusts counted on the last day that it gave.',
    kinds: ['target'],
    table: targetTable,
  },
  {
    id: 'others',
    heading: 'Decisions and publications',
    intro: 'They claim no number that could be compared.',
    kinds: [],
    table: otherTable,
  },
];

/** What is of no other section's kind is in the last. */
function ofSection({ kinds }: Section, statements: readonly FactView[]): readonly FactView[] {
  const named = SECTIONS.flatMap((section) => section.kinds);
  return statements.filter(({ data }) => {
    const kind = textMember(data, 'kind') ?? '';
    return kinds.length === 0 ? !named.includes(kind) : kinds.includes(kind);
  });
}

/** Claims and forecasts, each beside what the record shows for its days. */
export function claimTable(statements: readonly FactView[], visit: Visit): Table {
  return {
    caption: 'Claims and forecasts beside what this record shows',
    captionHidden: true,
    head: [
      { text: 'Said', short: true },
      { text: 'What was said' },
      { text: 'Number given', short: true },
      { text: 'What this record shows', wide: true },
    ],
    rows: statements.map((fact) => ({
      cells: [
        whenCell(fact),
        saidCell(fact, visit),
        numberCell(fact, visit),
        besideCell(fact, beside(fact, visit), visit),
      ],
    })),
  };
}

function targetTable(statements: readonly FactView[], visit: Visit): Table {
  return {
    caption: 'Targets beside the trusts counted',
    captionHidden: true,
    head: [
      { text: 'Announced', short: true },
      { text: 'What was said' },
      { text: 'Target', short: true },
      { text: 'What this record shows', wide: true },
    ],
    rows: statements.map((fact) => ({
      cells: [
        whenCell(fact),
        saidCell(fact, visit),
        targetCell(fact, visit),
        besideCell(fact, beside(fact, visit), visit),
      ],
    })),
  };
}

function otherTable(statements: readonly FactView[], visit: Visit): Table {
  return {
    caption: 'Decisions and publications',
    captionHidden: true,
    head: columns({ text: 'Public', short: true }, 'What was said'),
    rows: statements.map((fact) => ({ cells: [whenCell(fact), saidCell(fact, visit)] })),
  };
}

function beside(fact: FactView, { questions, moment }: Visit): BesideClaim {
  return besideClaim(questions, moment, fact);
}

/** The words, which lead to the statement's own page; who said them, about what, and where they were read. */
function saidCell(fact: FactView, { link }: Visit): Cell {
  const { data } = fact;
  const about = givenReference(data);
  return {
    text: textMember(data, 'wording') ?? 'Wording not known',
    href: link(statementPath(fact)),
    notes: notes(
      fact.disputed ? 'Disputed' : undefined,
      textMember(data, 'kind') === 'forecast' ? 'Forecast' : undefined,
      `Speaker: ${textMember(data, 'speaker') ?? 'not known'}`,
      about && `Refers to ${about}`,
      sourceNote(data),
    ),
  };
}

function numberCell(fact: FactView, { link }: Visit): Cell {
  const numbers = givenNumbers(fact.data);
  const percent = percentNote(fact, link);
  if (numbers === undefined) return percent ?? { text: 'Not given' };
  return { text: numbers, api: givenFrom(fact, link, ...numberPointers(fact.data)), notes: notes(percent) };
}

function targetCell(fact: FactView, { link }: Visit): Cell {
  const by = givenTargetDate(fact.data);
  return { ...(percentNote(fact, link) ?? { text: 'No number given' }), notes: notes(by && `by ${by}`) };
}

function percentNote(fact: FactView, link: PageLink): Note | undefined {
  const text = givenPercent(fact.data);
  return text === undefined ? undefined : { text, api: givenFrom(fact, link, ...percentPointers(fact.data)) };
}
