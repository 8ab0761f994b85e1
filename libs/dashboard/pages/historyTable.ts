import type { FactHistoryItem } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { eventInWords } from '../format/eventInWords';
import { instantInWords } from '../format/instantInWords';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { changedMembers } from './changedMembers';
import { entryCell, factDetails } from './factCells';
import { followed } from './followed';
import type { Followed } from './followed';
import type { Link } from './pageView';
import { columns, ENTRY_COLUMN, notes } from './table';
import type { Cell, Row, Table } from './table';
import { wordFor } from '../format/wordFor';

interface HistoryOptions {
  /** The entry that the page is about. */
  readonly mark?: number;
  /** What an entry says here, by its number, where that is not what it says elsewhere. */
  readonly sayings?: ReadonlyMap<number, string>;
  /** What whoever looks can say of an entry, at its first. */
  readonly action?: (item: FactHistoryItem, after: Followed) => Link | undefined;
}

/** Every entry about something, by number: what it says, when it came in, what it replaced and what replaced it. */
export function historyTable(
  items: readonly FactHistoryItem[],
  { link }: Pick<Visit, 'link'>,
  { mark, sayings = new Map(), action }: HistoryOptions = {},
): Table {
  const after = followed(items);
  return {
    caption: 'Entries, in the order in which they were recorded',
    captionHidden: true,
    head: columns(ENTRY_COLUMN, 'What it says', 'Recorded', 'Public', 'Standing'),
    rows: items.map((item): Row => ({
      cells: [
        entryCell(item.sequence, link),
        saysCell(item, after, sayings.get(item.sequence)),
        { text: instantInWords(item.recordedAt) },
        { text: item.publicOn === undefined ? 'Not applicable' : dayInWords(item.publicOn) },
        standingCell(item, after, link, action?.(item, after)),
      ],
      mark: item.sequence === mark ? 'This entry' : undefined,
    })),
  };
}

function saysCell(item: FactHistoryItem, { byId }: Followed, saying?: string): Cell {
  const replaced = item.replaces === undefined ? undefined : byId.get(item.replaces);
  const corrected = item.storedType === 'FactCorrected.v1' && replaced ? changedMembers(replaced.data, item.data) : [];
  const changes = corrected.map(({ member, before, after }) => `${member}: ${before}, corrected to ${after}`);
  const reason = item.reason === undefined ? undefined : `Reason: ${item.reason}`;
  return {
    text: saying ?? eventInWords(item.storedType, item.data),
    notes: notes(...factDetails(item.data), ...changes, reason),
  };
}

function standingCell(
  item: FactHistoryItem,
  { byId, replacedBy, settledBy, openDisputes, disputed }: Followed,
  link: PageLink,
  action: Link | undefined,
): Cell {
  const replaced = item.replaces === undefined ? undefined : byId.get(item.replaces);
  const by = replacedBy.get(item.eventId);
  const replaces = replaced && entryLink('Replaces', replaced, link);
  if (by) {
    const how = by.storedType === 'FactRetracted.v1' ? 'Recorded in error, says' : 'Replaced by';
    return { text: 'No longer in effect', notes: notes(entryLink(how, by, link), replaces, action) };
  }
  const settlement = settledBy.get(item.eventId);
  if (settlement) return { text: 'Settled', notes: notes(entryLink('Settled by', settlement, link)) };
  const found = disputed.get(item.eventId);
  if (found) return { text: 'Noted', notes: notes(entryLink('Disputes', found, link), action) };
  const disputes = item.effective ? openDisputes.filter(({ fact }) => fact === item.fact) : [];
  const standing = item.effective ? 'In effect' : (wordFor(STANDING, item.storedType) ?? 'Not in effect');
  return {
    text: disputes.length === 0 ? standing : `${standing}, disputed`,
    notes: notes(...disputes.map((dispute) => entryLink('Disputed by', dispute, link)), replaces, action),
  };
}

/** Marks on a fact are not versions of it: they stand beside it. */
const STANDING: Readonly<Record<string, string>> = {
  'FactRetracted.v1': 'In effect',
  'FactReinstated.v1': 'In effect',
  'FactDisputed.v1': 'Noted',
  'DisputeResolved.v1': 'Noted',
  'EvidenceAttached.v1': 'Noted',
};

function entryLink(how: string, { sequence }: FactHistoryItem, link: PageLink): Link {
  return { text: `${how} entry ${sequence}`, href: link(`/entries/${sequence}`) };
}
