import { TRUST_TYPES } from '@milepost/domain';
import type { IcbView, TrustFilter, TrustRow } from '@milepost/views';
import { countOf } from '../format/countOf';
import { numberInWords } from '../format/numberInWords';
import { slugInWords } from '../format/slugInWords';
import { downloads } from '../visit/downloads';
import type { Visit } from '../visit/visit';
import { countedTrusts } from './countedTrusts';
import { eprCell } from './eprCell';
import { fromApi } from './fromApi';
import { pageNumber, paging } from './paging';
import type { PageView } from './pageView';
import { columns } from './table';
import type { Table } from './table';
import { trustLife } from './trustLife';
import { typeColumn } from './typeColumn';

export const TRUSTS_PARAMETERS = ['search', 'region', 'icb', 'type', 'reported', 'show', 'sort', 'page'] as const;

const ON_A_PAGE = 50;

/** The register on a day: search, filter, page. */
export function trustsPage(visit: Visit): PageView {
  const { questions, moment, link, query } = visit;
  const icbs = questions.icbs(moment);
  const filter = filterOf(visit);
  const page = pageNumber(query['page']);
  const found = questions.trusts(moment, filter, (page - 1) * ON_A_PAGE, ON_A_PAGE);
  return {
    template: 'trusts.njk',
    title: 'Trusts',
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      counted: countedTrusts(questions.figure(moment, 'in-scope', undefined), visit),
      form: {
        action: `${visit.context.basePath}/trusts`,
        moment: visit.asked,
        values: query,
        regions: regionChoices(icbs),
        icbs: icbChoices(icbs),
        types: TRUST_TYPES.map((type) => ({ value: type, text: slugInWords(type) })),
      },
      clear: Object.keys(query).length === 0 ? undefined : link('/trusts'),
      found: foundInWords(found.total, filter),
      total: totalOf(filter, visit),
      elsewhere: elsewhere(visit, filter, found.outOfScope),
      table: trustTable(found.items, icbs, visit),
      downloads: downloads(visit, '/api/v1/trusts', apiQuery(filter)),
      paging: paging(page, found.total, ON_A_PAGE, (number) => link('/trusts', { ...query, page: String(number) })),
    },
  };
}

function filterOf({ query }: Visit): TrustFilter {
  const { search, region, icb, type, reported, show, sort } = query;
  return {
    ...(search === undefined ? {} : { search: search.trim() }),
    ...(region === undefined ? {} : { region }),
    ...(icb === undefined ? {} : { icb }),
    ...(type === undefined ? {} : { type }),
    ...(reported === undefined ? {} : { reported: reported === 'yes' }),
    ...(show === 'all' ? {} : { scope: 'in' as const }),
    ...(sort === 'code' || sort === 'reported' ? { order: sort } : {}),
  };
}

/** The same question to the interface for programs, for all that was found and not one page of it. */
function apiQuery({ reported, ...filter }: TrustFilter): Readonly<Record<string, string | undefined>> {
  return { ...filter, reported: reported === undefined ? undefined : String(reported), limit: '500' };
}

/** Where the interface gives how many trusts were found. */
function totalOf(filter: TrustFilter, { link }: Visit): string {
  return fromApi(link('/api/v1/trusts', { ...apiQuery(filter), limit: '1' }), '/total');
}

function foundInWords(total: number, { scope, order: _order, ...narrowed }: TrustFilter): string {
  const which = scope === 'in' ? 'counted on that day' : 'in this record';
  if (total === 0) return `No trust ${which} matches`;
  if (Object.keys(narrowed).length === 0) return `${countOf(total, 'trust')} ${which}`;
  return `${numberInWords(total)} of the trusts ${which}`;
}

/** Where a search among the trusts counted leaves some out (closed, not yet open, Welsh), how many, and the way to them. */
function elsewhere(visit: Visit, { scope: _scope, ...others }: TrustFilter, rest: number) {
  if (rest === 0) return undefined;
  const { link, query } = visit;
  const { page: _page, ...own } = query;
  const text = `${numberInWords(rest)} more ${rest === 1 ? 'trust was' : 'trusts were'} not counted on that day (closed, not yet open, or in Wales)`;
  const api = `${totalOf(others, visit)} -${totalOf({ ...others, scope: 'in' }, visit)}`;
  return { text, api, href: link('/trusts', { ...own, show: 'all' }) };
}

function regionChoices(icbs: readonly IcbView[]) {
  const names = new Map(icbs.map(({ region, regionName }) => [region, regionName]));
  return [...names].map(([value, text]) => ({ value, text })).sort(byText);
}

function icbChoices(icbs: readonly IcbView[]) {
  return icbs.map(({ code, name }) => ({ value: code, text: name })).sort(byText);
}

function byText(a: { readonly text: string }, b: { readonly text: string }): number {
  return a.text.localeCompare(b.text, 'en');
}

function trustTable(trusts: readonly TrustRow[], icbs: readonly IcbView[], { link, moment, context }: Visit): Table {
  const boards = new Map(icbs.map((icb) => [icb.code, icb]));
  const regions = new Map(icbs.map(({ region, regionName }) => [region, regionName]));
  const types = typeColumn(trusts, { context });
  return {
    caption: 'Trusts',
    captionHidden: true,
    head: columns('Trust', 'Region and integrated care board', types.heading, 'EPR'),
    rows: trusts.map((trust) => ({
      cells: [
        {
          text: trust.name,
          href: link(`/trusts/${trust.ods}`),
          notes: [trust.ods, ...trust.formerNames.map((name) => `formerly ${name}`), ...trustLife(trust, moment.asOf)],
        },
        {
          text:
            trust.region.value === undefined ? 'Not known' : (regions.get(trust.region.value) ?? trust.region.value),
          notes: trust.icb.value === undefined ? [] : [boards.get(trust.icb.value)?.name ?? trust.icb.value],
        },
        types.cellOf(trust),
        eprCell(trust.eprState, trust.eprReports),
      ],
    })),
  };
}
