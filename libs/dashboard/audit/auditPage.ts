import type { EntryPage } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import { numberInWords } from '../format/numberInWords';
import { fromApi } from '../pages/fromApi';
import type { Link, PageView } from '../pages/pageView';
import { pageLink } from '../visit/pageLink';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { auditFilter } from './auditFilter';
import type { AuditFilter } from './auditFilter';
import { auditForm } from './auditForm';
import { entryTable } from './entryTable';

const ON_A_PAGE = 50;

/** The entries that the moment can see, newest first: filtered, page by page, and to download. */
export function auditPage(visit: Visit): PageView {
  const { context, moment, resolved, link, query, asked } = visit;
  const filter = auditFilter(query, context.ledger);
  const before = numberOf(query['before'], moment.size);
  const shown = filter.messages.length === 0 ? shownPage(visit, filter, before) : undefined;
  return {
    template: 'audit.njk',
    title: filter.messages.length === 0 ? 'Audit trail' : 'Error: Audit trail',
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      size: numberInWords(moment.size),
      sizeApi: fromApi(entriesLink(visit)('/api/v1/entries', { limit: '1' }), '/moment/size'),
      root: resolved.answer().root,
      byPublic: asked.publicBy !== undefined,
      form: auditForm(visit, filter.messages),
      errors: filter.messages.map(({ field, text }) => ({ text, href: `#${field}` })),
      isFiltered: Object.keys(filter.parameters).length > 0,
      shown,
      raw: rawLink(visit),
    },
  };
}

/** One page of the list, with the ways to the next and the last one. */
function shownPage(visit: Visit, { entries: conditions, parameters }: AuditFilter, before: number) {
  const { context, moment, link, query } = visit;
  const reader = context.reader();
  const asked = { ...conditions, size: moment.size, limit: ON_A_PAGE };
  const found = reader.page({ ...asked, order: 'newest-first', after: before });
  const isFirst = before === moment.size;
  const newer = isFirst ? undefined : reader.page({ ...asked, order: 'oldest-first', after: before - 1 });
  const at = (place: number | undefined): string =>
    link('/audit', { ...query, before: place === undefined ? undefined : String(place) });
  return {
    table: entryTable(found.entries, visit),
    text: rangeInWords(found),
    textApi: fromApi(entriesLink(visit)('/api/v1/entries', queryOf(parameters, before)), '/items'),
    previous: newer && { href: at(newer.next === undefined ? undefined : newer.next + 1) },
    next: found.next === undefined ? undefined : { href: at(found.next) },
    isFirst,
    isCutShort: found.entries.length < ON_A_PAGE && found.next !== undefined,
    downloads: found.entries.length === 0 ? [] : downloads(visit, parameters, before),
  };
}

function rangeInWords({ entries }: EntryPage): { count: string; range: string } | undefined {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || entries.length === 1) return undefined;
  return {
    count: `${numberInWords(entries.length)} entries`,
    range: `from ${first.sequence} back to ${last.sequence}`,
  };
}

type Parameters = Readonly<Record<string, string>>;

/** The very entries of the page, as the interface for programs gives them. */
function downloads(visit: Visit, parameters: Parameters, before: number): readonly Link[] {
  const link = entriesLink(visit);
  const query = queryOf(parameters, before);
  return [
    { text: 'Download these entries as a table (CSV)', href: link('/api/v1/entries.csv', query) },
    { text: 'Download these entries as JSON Lines', href: link('/api/v1/entries.jsonl', query) },
  ];
}

function queryOf(parameters: Parameters, before: number): Parameters {
  return { ...parameters, order: 'newest-first', limit: String(ON_A_PAGE), after: String(before) };
}

function rawLink(visit: Visit): string {
  return entriesLink(visit)('/audit/entries.jsonl');
}

/** Links to the entries of exactly this position, whatever is recorded in between. */
function entriesLink({ context, moment }: Visit): PageLink {
  return pageLink(context.basePath, { recordedBy: `size:${moment.size}` });
}

/** The number that a page's entries come before; the size of the position without one. */
function numberOf(text: string | undefined, size: number): number {
  if (text === undefined) return size;
  const number = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : Infinity;
  if (number <= size) return number;
  const detail = 'There is no such page of this list. Go back to its first page.';
  throw new Problem({ slug: 'not-found', title: 'Page not found', status: 404, detail });
}
