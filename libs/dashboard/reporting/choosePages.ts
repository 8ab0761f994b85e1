import type { FormVisit } from '../forms/formVisit';
import { permits } from '@milepost/access';
import { Problem } from '@milepost/platform';
import type { TrustView } from '@milepost/views';
import type { PageView } from '../pages/pageView';
import { unknownTrust } from '../pages/unknownTrust';
import type { Control } from './control';
import { mustBeAbleTo } from './mayWrite';
import { ACTIONS_OF, GROUP_WORDS, REPORT_GROUPS, REPORTS } from './reports';
import type { ReportGroup } from './reports';
import { reportInputs } from './reportKind';
import type { Typed } from './typed';

const SEARCH_SHOWS = 20;

/** `/report`: which trust; those that a reporter writes for, or a search among all. @throws Problem 403 */
export function findTrustPage(visit: FormVisit): PageView {
  const { session, questions, moment, context, query } = visit;
  if (!permits(session.role, 'report') && !permits(session.role, 'assess'))
    mustBeAbleTo(visit, 'report', undefined, '');
  const search = (query['search'] ?? '').trim();
  const own =
    session.trusts && [...session.trusts].map((ods) => ({ ods, name: questions.trust(moment, ods)?.name ?? ods }));
  const found = search === '' ? undefined : questions.trusts(moment, { search }, 0, SEARCH_SHOWS);
  const links = (trusts: readonly { ods: string; name: string }[]) =>
    trusts.map(({ ods, name }) => ({ text: name, href: `${context.basePath}/trusts/${ods}/report`, code: ods }));
  return {
    template: 'reporting/find.njk',
    title: 'Report about a trust',
    trail: [{ text: 'Milepost', href: `${context.basePath}/` }],
    page: {
      action: `${context.basePath}/report`,
      file: permits(session.role, 'import') ? `${context.basePath}/import` : undefined,
      own: own && links(own),
      search,
      found: found && links(found.items),
      total: found?.total,
      more: found !== undefined && found.total > found.items.length,
    },
  };
}

/** `/trusts/{ods}/report`: what to report, first in general, then its type. `typed` is carried along, where there is some already. */
export function choosePage(
  visit: FormVisit,
  ods: string,
  group: ReportGroup | undefined,
  error?: string,
  typed: Typed = {},
): PageView {
  const trust = mustReportFor(visit, ods);
  const base = `${visit.context.basePath}/trusts/${ods}/report`;
  const control = group === undefined ? groupRadios(visit, error) : typeRadios(group, error, typed['slug']);
  const title = group === undefined ? 'What do you want to report?' : TYPE_QUESTIONS[group];
  const kept = Object.entries(typed).filter(([name, value]) => CARRIED.has(name) && value !== '');
  return {
    template: 'reporting/choose.njk',
    title: error === undefined ? title : `Error: ${title}`,
    trail: [],
    page: {
      caption: trust.name,
      action: group === undefined ? base : `${base}?what=${group}`,
      back:
        group === undefined
          ? { text: 'Back', href: `${visit.context.basePath}/trusts/${ods}` }
          : { text: 'Back', href: base },
      errors:
        error === undefined
          ? undefined
          : { items: [{ text: error, href: `#${group === undefined ? 'what' : 'type'}` }] },
      control: { ...control, label: title },
      hidden: kept.map(([name, value]) => ({ name, value })),
    },
  };
}

/** Fields of the choice, and of everything that may be carried through it. */
export const CHOICE_FIELDS: readonly string[] = ['what', 'type', 'slug', 'step', 'draft', ...reportInputs()];
const CARRIED: ReadonlySet<string> = new Set(['draft', 'slug', ...reportInputs()]);

/** @throws Problem 403, 404 */
function mustReportFor(visit: FormVisit, ods: string): TrustView {
  const trust = visit.questions.trust(visit.moment, ods);
  if (!trust) throw unknownTrust(ods);
  const action = permits(visit.session.role, 'assess') ? 'assess' : 'report';
  mustBeAbleTo(visit, action, ods, trust.name);
  return trust;
}

export const isGroup = (text: string | undefined): text is ReportGroup =>
  (REPORT_GROUPS as readonly (string | undefined)[]).includes(text);

/** A group in an address. @throws Problem 404 */
export function groupIn(query: Readonly<Record<string, string>>): ReportGroup | undefined {
  const { what } = query;
  if (what === undefined || isGroup(what)) return what;
  throw new Problem({
    slug: 'not-found',
    title: 'Page not found',
    status: 404,
    detail: 'There is no report of that kind.',
  });
}

const TYPE_QUESTIONS: Readonly<Record<ReportGroup, string>> = {
  milestone: 'What happened?',
  plan: 'What is the plan?',
  state: 'What do you want to report?',
  assessment: 'Which framework was used?',
};

function groupRadios({ session }: FormVisit, error: string | undefined): Control & { readonly kind: 'radios' } {
  const groups = REPORT_GROUPS.filter((group) => permits(session.role, ACTIONS_OF[group]));
  return {
    kind: 'radios',
    id: 'what',
    name: 'what',
    label: '',
    error,
    choices: groups.map((group, n) => ({
      id: n === 0 ? 'what' : `what-${group}`,
      value: group,
      ...GROUP_WORDS[group],
      checked: false,
    })),
  };
}

function typeRadios(
  group: ReportGroup,
  error: string | undefined,
  chosen?: string,
): Control & { readonly kind: 'radios' } {
  return {
    kind: 'radios',
    id: 'type',
    name: 'type',
    label: '',
    error,
    choices: REPORTS.filter((type) => type.group === group).map(({ slug, text, hint }, n) => ({
      id: n === 0 ? 'type' : `type-${slug}`,
      value: slug,
      text,
      hint,
      checked: slug === chosen,
    })),
  };
}
