import type { LedgerEntry } from '@milepost/ledger';
import { eventInWords } from '../format/eventInWords';
import { asObject, objectMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { instantInWords } from '../format/instantInWords';
import { roleInWords } from '../format/roleInWords';
import { subjectInWords } from '../format/subjectInWords';
import { entryCell } from '../pages/factCells';
import type { Link } from '../pages/pageView';
import { columns, ENTRY_COLUMN, notes } from '../pages/table';
import type { Cell, Table } from '../pages/table';
import type { Visit } from '../visit/visit';

/** Entries as they were recorded, one a row. */
export function entryTable(entries: readonly LedgerEntry[], visit: Visit): Table {
  return {
    caption: 'Entries, newest first',
    captionHidden: true,
    head: columns(ENTRY_COLUMN, 'What it says', 'About', 'Recorded', 'By'),
    rows: entries.map((entry) => {
      const data = asObject(entry.data) ?? {};
      return {
        cells: [
          entryCell(entry.sequence, visit.link),
          { text: eventInWords(entry.type, data), notes: notes(replacedLink(data, visit)) },
          aboutCell(entry, visit),
          { text: instantInWords(entry.recordedAt) },
          { text: role(entry.metadata) },
        ],
      };
    }),
  };
}

/** The entry that a correction, a retraction or a reinstatement takes the place of. */
function replacedLink(data: EventData, { context, link }: Visit): Link | undefined {
  const replaced = textMember(objectMember(data, 'corrects') ?? data, 'replaces');
  const sequence = replaced === undefined ? undefined : context.reader().sequenceById(replaced);
  if (sequence === undefined) return undefined;
  return { text: `Replaces entry ${sequence}`, href: link(`/entries/${sequence}`) };
}

function aboutCell({ stream }: LedgerEntry, { context, link }: Visit): Cell {
  const subject = stream.slice(context.ledger.length + 1);
  const ods = /^trust-(.+)$/.exec(subject)?.[1];
  return {
    // A code is never parted from the word before it.
    text: ods === undefined ? subjectInWords(subject) : subjectInWords(subject).replace(' ', '\u00a0'),
    ...(ods === undefined ? {} : { href: link(`/trusts/${encodeURIComponent(ods)}`) }),
  };
}

function role(metadata: unknown): string {
  const name = textMember(objectMember(asObject(metadata) ?? {}, 'actor') ?? {}, 'role');
  return name === undefined ? 'Written outside Milepost' : roleInWords(name);
}
