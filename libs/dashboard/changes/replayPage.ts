import { formatDay, parseDay } from '@milepost/domain';
import type { Day, MovementPartName } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { stepsByDay } from '@milepost/views';
import type { FigureMetric, Moment, ReplayMove, ReplayStep } from '@milepost/views';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import { entryLink } from '../pages/factCells';
import { cautionOf, FIGURES_IN_WORDS } from '../pages/figuresInWords';
import { fromApi } from '../pages/fromApi';
import type { Link, PageView } from '../pages/pageView';
import { pageNumber, paging } from '../pages/paging';
import { notes } from '../pages/table';
import type { Cell, Note, Table } from '../pages/table';
import { pageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { metricOf } from './metricOf';
import { PARTS_IN_WORDS } from './partsInWords';

export const REPLAY_PARAMETERS = ['metric', 'along', 'from', 'every', 'page'] as const;

const TITLE = 'Step by step';
/** Where the public record begins to tell of the programme. */
const PUBLIC_RECORD_FROM = '2020-11-01';
const A_YEAR = 365;
/** More would make the page slow; the pages before and after lead on. */
const STEPS = 12;
const MOST_NAMED = 6;
const MOST_DAYS = 50 * 366;

type Along = 'public' | 'asOf';

interface Asked {
  readonly metric: FigureMetric;
  readonly along: Along;
  readonly every: 'month' | 'day';
  readonly from: Day;
  readonly to: Day;
}

/** A figure month by month or day by day, with the trusts and entries that moved it; every step leads to its own position. */
export function replayPage(visit: Visit): PageView {
  const { questions, moment, link, query, context } = visit;
  const asked = askedOf(visit);
  const { metric, along, every, from, to } = asked;
  const steps = stepsByDay(moment, along, asked);
  const page = pageNumber(query['page']);
  const first = (page - 1) * STEPS;
  const last = Math.min(steps.count, first + STEPS);
  const moments = Array.from({ length: Math.max(0, last - first) + 1 }, (_, n) => steps.at(Math.min(first, last) + n));
  const [, ...stepped] = questions.replay(moments, [metric]);
  const here = { metric, along, every, from: formatDay(from) };
  const dayAt = (step: number): string => formatDay(dayOf(along, moments[step] as Moment));
  const address = link('/api/v1/replay', {
    ...{ metric, along, every, from: dayAt(0), to: dayAt(moments.length - 1) },
    limit: String(STEPS),
  });
  return {
    template: 'replay.njk',
    title: TITLE,
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      title: TITLE,
      figure: { text: FIGURES_IN_WORDS[metric].title, href: link(`/figures/${metric}`) },
      caution: cautionOf(metric, context),
      along,
      day: dayInWords(moment.asOf),
      finding: `${every === 'month' ? 'Month by month' : 'Day by day'} from ${dayInWords(from)} to ${dayInWords(to)}`,
      table: stepTable(stepped, moments, asked, visit, address),
      paging: paging(page, steps.count, STEPS, (number) => link('/replay', { ...here, page: String(number) })),
      total: fromApi(link('/api/v1/replay', { ...here, to: formatDay(to), limit: '1' }), '/total'),
      others: others(asked, visit),
    },
  };
}

function askedOf({ query, context, moment }: Visit): Asked {
  const along = oneOf(
    'along',
    query['along'],
    ['public', 'asOf'],
    context.kind === 'public-record' ? 'public' : 'asOf',
  );
  const every = oneOf('every', query['every'], ['month', 'day'], 'month');
  const to = along === 'public' ? (moment.publicBy ?? moment.asOf) : moment.asOf;
  const said = query['from'] === undefined ? undefined : parseDay(query['from']);
  if (query['from'] !== undefined && said === undefined)
    throw refused('from', 'Write a day that exists as YYYY-MM-DD.');
  const opening = context.kind === 'public-record' ? (parseDay(PUBLIC_RECORD_FROM) as Day) : to - A_YEAR;
  const from = said ?? Math.min(opening, to);
  if (from > to || to - from > MOST_DAYS)
    throw refused('from', 'Begin on or before the last day, at most 50 years earlier.');
  return { metric: metricOf(query['metric']), along, every, from, to };
}

function oneOf<T extends string>(name: string, text: string | undefined, all: readonly T[], otherwise: T): T {
  if (text === undefined) return otherwise;
  const found = all.find((one) => one === text);
  if (found === undefined) throw refused(name, `${name} is one of ${all.join(', ')}.`);
  return found;
}

function refused(parameter: string, detail: string): Problem {
  const errors = [{ parameter, detail }];
  return new Problem({ slug: 'invalid-request', title: 'Invalid request', status: 400, detail, errors });
}

const dayOf = (along: Along, { asOf, publicBy }: Moment): Day => (along === 'public' ? (publicBy as Day) : asOf);

function stepTable(
  steps: readonly ReplayStep[],
  moments: readonly Moment[],
  asked: Asked,
  visit: Visit,
  address: string,
): Table {
  const inScope = asked.metric === 'in-scope';
  return {
    caption: 'Step by step',
    captionHidden: true,
    head: [
      { text: asked.along === 'public' ? 'Made public by' : 'Position on', short: true },
      { text: inScope ? 'Trusts counted' : 'Yes', numeric: true },
      ...(inScope ? [] : [{ text: 'Trusts counted', numeric: true }]),
      { text: 'Not known', numeric: true },
      { text: 'What changed', wide: true },
    ],
    rows: steps.map(({ moment, figures, moved }, at) => {
      const [figure] = figures;
      const number = (member: 'numerator' | 'denominator' | 'notKnown'): Cell => ({
        text: numberInWords(figure?.[member] ?? 0),
        api: fromApi(address, `/items/${at}/figures/0/${member}`),
      });
      return {
        cells: [
          { text: dayInWords(dayOf(asked.along, moment)), href: linksAt(visit, moment)(`/figures/${asked.metric}`) },
          number('numerator'),
          ...(inScope ? [] : [number('denominator')]),
          number('notKnown'),
          changeCell(moved, moments[at] as Moment, moment, asked, visit),
        ],
      };
    }),
  };
}

/** Links at the moment of a step. */
const linksAt = ({ context, asked }: Visit, { asOf, publicBy }: Moment) =>
  pageLink(context.basePath, {
    asOf: formatDay(asOf),
    recordedBy: asked.recordedBy,
    publicBy: publicBy === undefined ? undefined : formatDay(publicBy),
  });

function changeCell(moved: readonly ReplayMove[], before: Moment, after: Moment, asked: Asked, visit: Visit): Cell {
  if (moved.length === 0) return { text: 'Nothing' };
  const link = linksAt(visit, after);
  const trusts = new Set(moved.map(({ ods }) => ods)).size;
  const named = moved.slice(0, MOST_NAMED).map(({ ods, part, entry }): Note | string => {
    const text = `${ods}: ${wordsOf(part, asked.along).toLowerCase()}`;
    const decided = entryLink(entry, link);
    return decided === undefined ? text : { text: `${text}, ${decided.text.toLowerCase()}`, href: decided.href };
  });
  const all = link('/compare', {
    metric: asked.metric,
    'from.asOf': formatDay(before.asOf),
    'from.recordedBy': visit.asked.recordedBy,
    'from.publicBy': before.publicBy === undefined ? undefined : formatDay(before.publicBy),
  });
  const more = moved.length - named.length;
  return {
    text: `${countOf(trusts, 'trust')} changed`,
    href: all,
    notes: notes(...named, more > 0 ? `and ${numberInWords(more)} more` : undefined),
  };
}

/** Along what became public, what is learned later is not late: it is the step itself. */
const wordsOf = (part: MovementPartName, along: Along): string =>
  part === 'learned-later' && along === 'public' ? 'Became public' : PARTS_IN_WORDS[part];

/** The same along the other coordinate, by other steps, and of other figures. */
function others({ metric, along, every }: Asked, { link }: Visit): readonly Link[] {
  const other = along === 'public' ? 'asOf' : 'public';
  return [
    {
      text: other === 'public' ? 'Follow what had been made public' : 'Follow the days themselves',
      href: link('/replay', { metric, along: other, every }),
    },
    {
      text: every === 'month' ? 'Go day by day' : 'Go month by month',
      href: link('/replay', { metric, along, every: every === 'month' ? 'day' : 'month' }),
    },
    ...(['in-scope', 'epr-live', 'epr-live-or-implementing'] as const)
      .filter((one) => one !== metric)
      .map((one) => ({ text: FIGURES_IN_WORDS[one].title, href: link('/replay', { metric: one, along, every }) })),
  ];
}
