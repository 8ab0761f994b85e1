import { permits } from '@milepost/access';
import { extendedTargets } from '@milepost/views';
import { countedTrusts } from './countedTrusts';
import { digitalMaturity } from './digitalMaturity';
import { dayInWords } from '../format/dayInWords';
import { caseFileDoors } from '../targets/caseFileDoors';
import { programmeOf } from '../visit/programmeOf';
import type { Visit } from '../visit/visit';
import { fromApi } from './fromApi';
import { importSummary } from './importSummary';
import { milestoneTable } from './milestoneTable';
import { notKnown } from './notKnown';
import type { Link, PageView } from './pageView';
import { publicClaims } from './publicClaims';
import { trustsCounted } from './trustsCounted';
import { wholeRecord } from './wholeRecord';

/** So many milestones stand open on the page, so many more behind a door. */
const NEWEST = 10;
const MILESTONES = 100;

/** What Milepost is, and what the record says of the programme; figures of the day asked about are of that day, histories are whole. */
export function firstPage(visit: Visit): PageView {
  const { questions, moment, link, today } = visit;
  const inScope = questions.figure(moment, 'in-scope', undefined);
  const reported = questions.reportedInScope(moment);
  const milestones = questions.milestones(moment, 0, MILESTONES);
  const { name, end } = programmeOf(questions, wholeRecord(visit));
  return {
    template: 'first.njk',
    title: '',
    trail: [],
    charts: true,
    page: {
      day: dayInWords(moment.asOf),
      programme: name === undefined ? 'The programme' : `The ${name} programme`,
      closed: end !== undefined && end === moment.asOf && end < today ? { day: dayInWords(end) } : undefined,
      doors: doorsOf(visit),
      findForm: { action: `${visit.context.basePath}/trusts`, moment: visit.asked },
      counted: countedTrusts(inScope, visit),
      claims: publicClaims(visit),
      trustsCounted: trustsCounted(visit, end),
      maturity: digitalMaturity(visit),
      milestones: milestoneTable(milestones.items.slice(0, NEWEST), visit),
      older: milestones.items.length > NEWEST ? milestoneTable(milestones.items.slice(NEWEST), visit) : undefined,
      milestonesLeftOut: milestones.total - milestones.items.length,
      reported: {
        count: reported,
        api: fromApi(link('/api/v1/trusts', { scope: 'in', reported: 'true', limit: '1' }), '/total'),
        href: link('/trusts', { reported: 'yes' }),
      },
      notKnown: notKnown(visit, { end, trusts: inScope.denominator, reported }),
      importSummary: importSummary(visit.data.importReport()),
    },
  };
}

/** Ways into the record, each to what exists, and only where the reader can go through it. */
function doorsOf(visit: Visit): readonly Link[] {
  const { link, context, session, questions, moment } = visit;
  const report = session === undefined || permits(session.role, 'report') || permits(session.role, 'assess');
  return [
    ...caseFileDoors(extendedTargets(questions, moment), link),
    { text: 'See all trusts', href: link('/trusts') },
    { text: 'Read what was promised and claimed in public', href: link('/statements') },
    { text: 'See targets and deadlines', href: link('/targets') },
    { text: 'See what changed between two days, and why', href: link('/compare') },
    { text: 'Go through the record month by month', href: link('/replay') },
    ...(report
      ? [{ text: 'Report a milestone, a plan, a state or an assessment', href: `${context.basePath}/report` }]
      : []),
    ...(session && permits(session.role, 'import')
      ? [{ text: 'Send a file of reports', href: `${context.basePath}/import` }]
      : []),
  ];
}
