import type { LedgerEntry } from '@milepost/ledger';
import { eventInWords } from '../format/eventInWords';
import { asObject, objectMember, textMember } from '../format/eventMembers';
import { instantInWords } from '../format/instantInWords';
import { numberInWords } from '../format/numberInWords';
import { roleInWords } from '../format/roleInWords';
import { subjectInWords } from '../format/subjectInWords';
import type { Visit } from '../visit/visit';
import { entryCell } from './factCells';
import type { PageView } from './pageView';
import { pageNumber, paging } from './paging';
import { columns, ENTRY_COLUMN } from './table';
import type { Table } from './table';

export const AUDIT_PARAMETERS = ['page'] as const;

const ON_A_PAGE = 50;

/** The entries that the moment can see, newest first. */
export function auditPage(visit: Visit): PageView {
  const { context, moment, resolved, link, query } = visit;
  const page = pageNumber(query['page']);
  const end = Math.max(0, moment.size - (page - 1) * ON_A_PAGE);
  const start = Math.max(0, end - ON_A_PAGE);
  const entries = end === start ? [] : [...context.reader().entriesFrom(start, end - start)].reverse();
  return {
    template: 'audit.njk',
    title: 'Entries',
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      size: numberInWords(moment.size),
      root: resolved.answer().root,
      table: entryTable(entries, visit),
      paging: paging(page, moment.size, ON_A_PAGE, (number) => link('/audit', { page: String(number) })),
    },
  };
}

function entryTable(entries: readonly LedgerEntry[], { context, link }: Visit): Table {
  return {
    caption: 'Entries, newest first',
    captionHidden: true,
    head: columns(ENTRY_COLUMN, 'What it says', 'About', 'Recorded', 'By'),
    rows: entries.map(({ sequence, type, data, metadata, stream, recordedAt }) => ({
      cells: [
        entryCell(sequence, link),
        { text: eventInWords(type, asObject(data)) },
        { text: subjectInWords(stream.slice(context.ledger.length + 1)) },
        { text: instantInWords(recordedAt) },
        { text: role(metadata) },
      ],
    })),
  };
}

function role(metadata: unknown): string {
  const name = textMember(objectMember(asObject(metadata) ?? {}, 'actor') ?? {}, 'role');
  return name === undefined ? 'Written outside Milepost' : roleInWords(name);
}
