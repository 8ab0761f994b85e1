import { MOVEMENT_PARTS } from '@milepost/domain';
import type { Figure, MovedTrust, MovementAnswer, MovementPartView } from '@milepost/views';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import { momentInWords } from '../frame/momentInWords';
import { entryCell } from '../pages/factCells';
import { cautionOf, FIGURES_IN_WORDS } from '../pages/figuresInWords';
import { fromApi } from '../pages/fromApi';
import type { PageView } from '../pages/pageView';
import { pageNumber, paging } from '../pages/paging';
import { columns } from '../pages/table';
import type { Cell, Note, Table } from '../pages/table';
import { pageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { addressBetween, betweenMoments, FROM_PARAMETERS } from './betweenMoments';
import type { BetweenMoments } from './betweenMoments';
import { metricOf } from './metricOf';
import { pairForm } from './pairForm';
import { CAUSES_IN_WORDS, PARTS_IN_WORDS } from './partsInWords';
import { signedInWords } from './signedInWords';

export const COMPARE_PARAMETERS = ['metric', 'page', ...FROM_PARAMETERS] as const;

const ON_A_PAGE = 50;
const TITLE = 'What changed';

/** One figure at two positions, and the difference split without remainder into parts, each with its trusts and entries. */
export function comparePage(visit: Visit): PageView {
  const { questions, moment, link, query, context, today } = visit;
  const metric = metricOf(query['metric']);
  const between = betweenMoments(visit);
  const asked = { from: between.from, to: moment, metric };
  const movement = questions.movement(asked, undefined);
  const page = pageNumber(query['page']);
  const moved = questions.movedTrusts(asked, undefined, undefined, (page - 1) * ON_A_PAGE, ON_A_PAGE);
  const api = `/api/v1/figures/${metric}/movement`;
  const address = addressBetween(visit, between, api);
  const here = { metric, ...between.parameters };
  const caution = cautionOf(metric, context);
  const withPoints = caution === undefined && metric !== 'in-scope';
  const first = momentInWords(between.from, between.asked, today);
  return {
    template: 'compare.njk',
    title: TITLE,
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      title: TITLE,
      figure: { text: FIGURES_IN_WORDS[metric].title, href: link(`/figures/${metric}`) },
      caution,
      finding: findingOf(movement, visit, between, address),
      first: {
        text: `${first.position}, ${first.using}`,
        href: pageLink(context.basePath, between.asked)(`/figures/${metric}`),
      },
      second: link(`/figures/${metric}`),
      parts: movement.parts.some(({ trusts }) => trusts > 0) ? partsTable(movement, address, withPoints) : undefined,
      moved: movedTable(moved.items, visit),
      paging: paging(page, moved.total, ON_A_PAGE, (number) => link('/compare', { ...here, page: String(number) })),
      total: fromApi(addressBetween(visit, between, `${api}/members`, { limit: '1' }), '/total'),
      form: pairForm(visit, between, metric),
      downloads:
        visit.data.apiDocument === undefined
          ? []
          : [
              { text: 'Download the parts as a table (CSV)', href: addressBetween(visit, between, `${api}.csv`) },
              {
                text: 'Download the trusts as a table (CSV)',
                href: addressBetween(visit, between, `${api}/members.csv`, { limit: '500' }),
              },
              {
                text: 'Download all differences, trust by trust (CSV)',
                href: addressBetween(visit, between, '/api/v1/compare.csv', { limit: '500' }),
              },
            ],
    },
  };
}

/** The two figures as a sentence each, and what is between them. */
function findingOf(
  { metric, from, to }: MovementAnswer,
  visit: Visit,
  between: BetweenMoments,
  address: string,
): readonly Note[] {
  const on = (side: 'from' | 'to'): string => dayInWords(side === 'from' ? between.from.asOf : visit.moment.asOf);
  const figure = ({ numerator, denominator, notKnown }: Figure, side: 'from' | 'to'): Note => {
    const open = notKnown === 0 ? '' : `; for ${numberInWords(notKnown)} it was not known`;
    const at = (name: string): string => `/movement/${side}/${name}`;
    const rest = notKnown === 0 ? [] : [at('notKnown')];
    if (metric === 'in-scope') {
      const text = `${countOf(numerator, 'trust was', 'trusts were')} counted on ${on(side)}${open}.`;
      return { text, api: fromApi(address, at('numerator'), ...rest) };
    }
    const range =
      notKnown === 0
        ? numberInWords(numerator)
        : `between ${numberInWords(numerator)} and ${numberInWords(numerator + notKnown)}`;
    const most = notKnown === 0 ? [] : [at('numerator'), `+${at('notKnown')}`];
    const text = `On ${on(side)} it was ${range} of ${countOf(denominator, 'trust')}${open}.`;
    return { text, api: fromApi(address, at('numerator'), ...most, at('denominator'), ...rest) };
  };
  const difference = to.numerator - from.numerator;
  const more = Math.abs(difference);
  const [large, small] = difference > 0 ? ['to', 'from'] : ['from', 'to'];
  const change: Note =
    difference === 0
      ? { text: notKnown(from, to) ? 'The number known for certain is the same.' : 'The number is the same.' }
      : {
          text: `That is ${numberInWords(more)} ${difference > 0 ? 'more' : 'fewer'}${notKnown(from, to) ? ' known for certain' : ''}.`,
          api: fromApi(address, `/movement/${large}/numerator`, `-/movement/${small}/numerator`),
        };
  return [figure(from, 'from'), figure(to, 'to'), change];
}

const notKnown = (...figures: readonly Figure[]): boolean => figures.some((figure) => figure.notKnown > 0);

function partsTable({ metric, parts }: MovementAnswer, address: string, withPoints: boolean): Table {
  const inScope = metric === 'in-scope';
  const at = (part: MovementPartView): string => `/movement/parts/${MOVEMENT_PARTS.indexOf(part.part)}`;
  const signed = (part: MovementPartView, name: 'numerator' | 'denominator' | 'notKnown'): Cell => ({
    text: signedInWords(part[name]),
    api: fromApi(address, `${at(part)}/${name}`),
  });
  const points = (part: MovementPartView): Cell =>
    part.low === undefined
      ? { text: 'Not applicable' }
      : { text: signedInWords(part.low.rounded), api: fromApi(address, `${at(part)}/pointsLow/rounded`) };
  return {
    caption: 'What the difference is made of',
    captionHidden: true,
    head: [
      { text: 'Part' },
      { text: 'Trusts', numeric: true },
      ...(inScope ? [] : [{ text: 'Yes', numeric: true }]),
      { text: 'Trusts counted', numeric: true },
      { text: 'Not known', numeric: true },
      ...(withPoints ? [{ text: 'Percentage points', numeric: true }] : []),
    ],
    rows: parts
      .filter(({ trusts }) => trusts > 0)
      .map((part) => ({
        cells: [
          { text: PARTS_IN_WORDS[part.part] },
          { text: numberInWords(part.trusts), api: fromApi(address, `${at(part)}/trusts`) },
          ...(inScope ? [] : [signed(part, 'numerator')]),
          signed(part, 'denominator'),
          signed(part, 'notKnown'),
          ...(withPoints ? [points(part)] : []),
        ],
      })),
  };
}

const VERDICTS: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
  'not-counted': 'Not counted',
};

function movedTable(moved: readonly MovedTrust[], { link }: Visit): Table {
  return {
    caption: 'The trusts behind it',
    captionHidden: true,
    head: columns('Trust', 'Part', 'Before', 'After', 'Why', 'Entry'),
    rows: moved.map(({ ods, name, part, cause, before, after, reason, entry }) => ({
      cells: [
        { text: name, href: link(`/trusts/${ods}`), notes: [ods] },
        { text: cause === undefined ? PARTS_IN_WORDS[part] : CAUSES_IN_WORDS[cause] },
        { text: VERDICTS[before] ?? before },
        { text: VERDICTS[after] ?? after },
        { text: reason },
        entry < 0 ? { text: 'No entry' } : entryCell(entry, link),
      ],
    })),
  };
}
