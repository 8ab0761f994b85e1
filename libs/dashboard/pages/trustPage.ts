import { slugInWords } from '../format/slugInWords';
import { capitalised } from '../format/capitalised';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { textMember } from '../format/eventMembers';
import type { FactHistoryItem, Known, TrustView } from '@milepost/views';
import { firstFactLink } from '../reporting/factLinks';
import { reportLink } from '../reporting/mayWrite';
import { scoresChart } from '../charts/scores/scoresChart';
import type { Visit } from '../visit/visit';
import { assessmentGroups } from './assessmentGroups';
import { assessmentTables } from './assessmentTables';
import { alikeDeployments, deploymentCards } from './deploymentCards';
import { eprCell } from './eprCell';
import { entryLink, factDetails } from './factCells';
import { fromApi } from './fromApi';
import { historyTable } from './historyTable';
import type { PageView } from './pageView';
import type { SummaryLine } from './summaryLine';
import type { Cell } from './table';
import { timelineTables } from './timelineTables';
import { trustLife, windowInWords } from './trustLife';
import { unknownTrust } from './unknownTrust';

/**
 * A trust at a moment: its life, its EPR deployment by deployment, plans and reports apart, assessments, and every entry about it.
 * @throws Problem `unknown-trust` (404).
 */
export function trustPage(visit: Visit, ods: string): PageView {
  const { questions, moment, link } = visit;
  const trust = questions.trust(moment, ods);
  if (!trust) throw unknownTrust(ods);
  const history = questions.history(moment, ods);
  const timeline = questions.timeline(moment, ods);
  const assessments = questions.assessments(moment, ods);
  return {
    template: 'trust.njk',
    charts: true,
    title: trust.name,
    trail: [
      { text: 'Milepost', href: link('/') },
      { text: 'Trusts', href: link('/trusts') },
    ],
    page: {
      name: trust.name,
      ods: trust.ods,
      day: dayInWords(moment.asOf),
      standing: trustLife(trust, moment.asOf).map(capitalised),
      summary: summaryOf(trust, history, visit),
      silent: trust.eprReports === 0,
      report: reportLink(visit, trust.ods),
      apiDocument: apiDocument(visit),
      deployments: deploymentCards(trust, timeline, visit),
      ...timelineTables(timeline, alikeDeployments(trust.deployments), visit),
      assessmentCharts: assessmentGroups(assessments).map(scoresChart),
      assessments: assessmentTables(assessments, link(`/api/v1/trusts/${ods}/assessments`), visit),
      history: historyTable(history, visit, {
        sayings: successions(trust),
        action: (item, after) => firstFactLink(visit, item, after, trust.ods),
      }),
      entries: countOf(history.length, 'entry', 'entries'),
      entriesApi: fromApi(link(`/api/v1/trusts/${ods}/history`), '/items'),
    },
  };
}

function summaryOf(trust: TrustView, history: readonly FactHistoryItem[], visit: Visit): readonly SummaryLine[] {
  const { questions, moment } = visit;
  const icbs = questions.icbs(moment);
  const board = icbs.find(({ code }) => code === trust.icb.value)?.name;
  const region = icbs.find((icb) => icb.region === trust.region.value)?.regionName;
  return [
    { label: 'Code', text: trust.ods },
    ...(trust.formerNames.length === 0 ? [] : [{ label: 'Former names', ...listed(trust.formerNames) }]),
    {
      label: 'Counted',
      text: COUNTED[trust.scope],
      ...(trust.country === 'Wales' ? { notes: ['A trust in Wales'] } : {}),
    },
    { label: 'Kind', text: trust.kind === 'care_trust' ? 'Care trust' : 'NHS trust' },
    { label: typeLabel(trust, history), ...known(trust.type, slugInWords, visit) },
    { label: 'Integrated care board', ...known(trust.icb, (code) => board ?? code, visit) },
    { label: 'Region', ...known(trust.region, (code) => region ?? code, visit) },
    { label: 'Opened', text: trust.opened ? capitalised(windowInWords(trust.opened)) : 'Not known' },
    { label: 'Last day', text: trust.closed ? capitalised(windowInWords(trust.closed)) : 'No closing recorded' },
    ...relatives('Predecessor', trust.predecessors, visit),
    ...relatives('Successor', trust.successors, visit),
    {
      label: trust.closed && trust.closed.latest < visit.moment.asOf ? 'EPR when it closed' : 'EPR',
      ...eprCell(trust.eprState, trust.eprReports),
      entry: entryLink(trust.eprState.why, visit.link),
    },
  ];
}

const COUNTED = { in: 'Yes, among the trusts counted on this day', out: 'No', 'not-known': 'Not known' } as const;

function listed([first = '', ...more]: readonly string[]): Cell {
  return { text: first, notes: more };
}

function known<T extends string>(
  { value, why }: Known<T>,
  words: (value: T) => string,
  { link }: Visit,
): Omit<SummaryLine, 'label'> {
  return value === undefined ? { text: 'Not known' } : { text: words(value), entry: entryLink(why, link) };
}

function relatives(label: string, others: TrustView['predecessors'], { link }: Visit): readonly SummaryLine[] {
  return others.map(({ ods, name, fact }) => ({
    label,
    text: name,
    href: link(`/trusts/${ods}`),
    notes: [capitalised(windowInWords(fact.window)), ...factDetails(fact.data)],
    entry: entryLink(fact.sequence, link),
  }));
}

function apiDocument({ context, data }: Visit): string | undefined {
  return data.apiDocument === undefined ? undefined : `${context.basePath}${data.apiDocument}`;
}

/** A list says what type a trust was when the list was made, and nothing about now. */
function typeLabel({ type }: TrustView, history: readonly FactHistoryItem[]): string {
  const observed = history.find(
    ({ sequence, storedType }) => sequence === type.why && storedType === 'TrustObserved.v1',
  );
  const year = observed && textMember(observed.data, 'occurredOn')?.slice(0, 4);
  return year === undefined ? 'Type' : `Type in ${year}`;
}

/** A predecessor's succession stands in its successor's history too, where it has to be told from the other side. */
function successions({ predecessors }: TrustView): ReadonlyMap<number, string> {
  return new Map(predecessors.map(({ name, fact }) => [fact.sequence, `Took over from ${name}`]));
}
