import type { AgainstPlan, GoLiveView, TrustGoLives } from '@milepost/views';
import { countOf } from '../format/countOf';
import { dateInWords } from '../format/dateInWords';
import { dayInWords } from '../format/dayInWords';
import { prefixedDate } from '../format/prefixedDate';
import { entryLink } from '../pages/factCells';
import { fromApi } from '../pages/fromApi';
import type { PageView } from '../pages/pageView';
import { pageNumber, paging } from '../pages/paging';
import { columns, NOT_KNOWN_CELL, notes } from '../pages/table';
import type { Cell, Table } from '../pages/table';
import { downloads } from '../visit/downloads';
import type { Visit } from '../visit/visit';

export const LATE_PARAMETERS = ['page'] as const;

const TITLE = 'Go-lives planned, postponed or suspended';

const ON_A_PAGE = 25;

/**
 * Go-lives that are not reached, against the plans made for them: who is late, by how much, how often the plan was moved,
 * and who gave no date. Silence makes nobody late: beyond the last report it is not known.
 */
export function latePage(visit: Visit): PageView {
  const { questions, moment, link, query, context } = visit;
  const page = pageNumber(query['page']);
  const { items, total } = questions.goLives(moment, 'open', (page - 1) * ON_A_PAGE, ON_A_PAGE);
  const late = (['late-against-plan', 'late-against-first-plan'] as const).map((metric) => ({
    ...questions.figure(moment, metric, undefined),
    address: link(`/api/v1/figures/${metric}`),
    href: link(`/figures/${metric}`),
  }));
  const list = link('/api/v1/go-lives', { limit: '1' });
  return {
    template: 'late.njk',
    title: TITLE,
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      title: TITLE,
      caution:
        context.kind === 'public-record'
          ? 'This is what the record says, not how the NHS stands. Most trusts have no report here, and a trust that is not listed may or may not be late.'
          : undefined,
      finding: {
        text: `For ${countOf(total, 'trust')} the last that this record holds of a go-live by ${dayInWords(moment.asOf)} is a plan, a postponement, a suspension or a withdrawal`,
        api: fromApi(list, '/total'),
      },
      figures: late.map(({ metric, numerator, notKnown, address, href }) => ({
        text: `${countOf(numerator, 'trust is', 'trusts are')} known to be late against ${numerator === 1 ? 'its' : 'their'} ${metric === 'late-against-plan' ? 'latest' : 'first'} plan; for ${notKnown} it is not known`,
        api: fromApi(address, '/figure/numerator', '/figure/notKnown'),
        href,
      })),
      table: lateTable(items, visit),
      paging: paging(page, total, ON_A_PAGE, (number) => link('/late', { page: String(number) })),
      total: fromApi(list, '/total'),
      downloads: downloads(visit, '/api/v1/go-lives', { limit: '500' }),
    },
  };
}

function lateTable(trusts: readonly TrustGoLives[], visit: Visit): Table {
  return {
    caption: TITLE,
    captionHidden: true,
    head: columns('Trust', 'Latest plan', 'First plan', 'Moved', 'Reported up to'),
    rows: trusts.flatMap((trust) => trust.goLives.map((goLive) => ({ cells: cells(trust, goLive, visit) }))),
  };
}

function cells({ ods, name, reportedTo }: TrustGoLives, goLive: GoLiveView, { link, moment }: Visit): Cell[] {
  const isReported = reportedTo !== undefined && moment.asOf <= reportedTo;
  const plan = (against: AgainstPlan, ...more: (string | undefined)[]): Cell => ({
    text: plannedInWords(against),
    notes: notes(
      against.daysLate === undefined ? undefined : lateInWords(against.daysLate, isReported),
      STANDS[against.level],
      ...more,
      entryLink(against.plan?.sequence ?? against.why, link),
    ),
  });
  const { latest, noDate } = goLive;
  return [
    { text: name, href: link(`/trusts/${ods}`), notes: [ods, goLive.deployment] },
    plan(latest, noDate && latest.level === 'late' ? 'Then postponed, no new date given' : undefined),
    plan(goLive.first),
    movedCell(goLive),
    reportedTo === undefined
      ? NOT_KNOWN_CELL
      : { text: dayInWords(reportedTo), notes: notes(isReported ? undefined : 'Not known since') },
  ];
}

const STANDS: Readonly<Partial<Record<AgainstPlan['level'], string>>> = {
  ended: 'Reached, and suspended or withdrawn since',
  'not-known': 'Not certain on this day',
};

function plannedInWords({ plan, level }: AgainstPlan): string {
  const planned = plan && prefixedDate(plan.data, 'planned');
  if (planned) return dateInWords(planned);
  return level === 'ended' ? 'No plan since' : 'No date given';
}

/** Beyond the last report a plan may have been kept or moved. */
function lateInWords(days: number, isReported: boolean): string {
  const since = `${countOf(days, 'day')} after the day planned for`;
  return isReported ? `Late: ${since}` : `Not known whether it was kept: ${since}, and nothing reported since`;
}

function movedCell({ moves, movedByDays }: GoLiveView): Cell {
  if (moves === 0) return { text: 'Not in this record' };
  const times = moves === 1 ? 'Once' : `${moves} times`;
  return { text: times, notes: notes(movedByDays ? `by ${countOf(movedByDays, 'day')} in all` : undefined) };
}
