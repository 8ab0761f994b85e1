import { parseDay } from '@milepost/domain';
import type { LedgerEntry, LedgerReader, RawEntry } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import { capitalised } from '../format/capitalised';
import { dateInWords } from '../format/dateInWords';
import { eventInWords } from '../format/eventInWords';
import { asObject, objectMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { instantInWords } from '../format/instantInWords';
import { publicInWords } from '../format/publicInWords';
import { roleInWords } from '../format/roleInWords';
import { sourceInWords } from '../format/sourceInWords';
import { subjectInWords } from '../format/subjectInWords';
import { entryActions } from '../reporting/factLinks';
import { factOf } from '../reporting/factOf';
import { pageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { factDetails } from './factCells';
import { historyTable } from './historyTable';
import type { PageView } from './pageView';
import { notes } from './table';
import type { SummaryLine } from './summaryLine';
import { wordFor } from '../format/wordFor';

/** `recorded=yes` where a form that was sent leads here. */
export const ENTRY_PARAMETERS = ['recorded'] as const;

/**
 * An entry as it is recorded: first in words, then its chain of corrections, then its bytes.
 * @throws Problem `unknown-entry` (404).
 */
export function entryPage(visit: Visit, number: string): PageView {
  const { context, questions, moment, link } = visit;
  const reader = context.reader();
  const sequence = /^(0|[1-9]\d{0,14})$/.test(number) ? Number(number) : -1;
  const entry = sequence < 0 ? undefined : reader.entry(sequence);
  const raw = entry && reader.raw(sequence);
  if (!entry || !raw) throw unknownEntry(number, reader.head().size);
  const fact = factOf(entry, reader);
  const chain = fact === undefined ? [] : questions.fact(moment, fact);
  const data = asObject(entry.data) ?? {};
  return {
    template: 'entry.njk',
    title: `Entry ${sequence}`,
    trail: [
      { text: 'Milepost', href: link('/') },
      { text: 'Audit trail', href: link('/audit') },
    ],
    page: {
      heading: `Entry ${sequence}`,
      says: eventInWords(entry.type, data),
      details: factDetails(data),
      foreign: !isOurs(entry),
      summary: summaryOf(entry, visit),
      unseen: sequence >= moment.size,
      ...entryActions(visit, entry, chain),
      chain: chain.length > 1 ? historyTable(chain, visit, { mark: sequence }) : undefined,
      raw: { ...rawOf(entry, raw), href: rawLink(visit, sequence) },
      previous: sequence === 0 ? undefined : { text: `Entry ${sequence - 1}`, href: link(`/entries/${sequence - 1}`) },
      next: nextOf(reader, sequence, link),
    },
  };
}

function unknownEntry(number: string, size: number): Problem {
  const last = size === 0 ? 'There are no entries yet.' : `Entries are numbered from 0 to ${size - 1}.`;
  return new Problem({
    slug: 'unknown-entry',
    title: 'No such entry',
    status: 404,
    detail: `There is no entry ${number}. ${last}`,
  });
}

function nextOf(reader: LedgerReader, sequence: number, link: Visit['link']) {
  if (sequence + 1 >= reader.head().size) return undefined;
  return { text: `Entry ${sequence + 1}`, href: link(`/entries/${sequence + 1}`) };
}

/** Whether an entry carries the metadata that Milepost writes; anyone with access to the store can write others. */
function isOurs({ metadata }: LedgerEntry): boolean {
  const members = asObject(metadata) ?? {};
  const actor = objectMember(members, 'actor') ?? {};
  return (
    textMember(members, 'recordedAt') !== undefined &&
    textMember(members, 'origin') !== undefined &&
    textMember(actor, 'id') !== undefined &&
    textMember(actor, 'role') !== undefined
  );
}

function summaryOf(entry: LedgerEntry, visit: Visit): readonly SummaryLine[] {
  const data = asObject(entry.data) ?? {};
  const metadata = asObject(entry.metadata) ?? {};
  const source = sourceInWords(data);
  return [
    aboutLine(entry, visit),
    ...whenLine(data),
    ...publicLine(metadata),
    { label: 'Recorded', text: instantInWords(entry.recordedAt) },
    ...roleLine(metadata),
    ...(source ? [{ label: 'Source', text: source.text, href: source.href, notes: notes(source.note) }] : []),
    ...originLine(metadata),
    ...reasonLine(data),
  ];
}

function aboutLine({ stream }: LedgerEntry, { context, link, questions, moment }: Visit): SummaryLine {
  const subject = stream.startsWith(`${context.ledger}.`) ? stream.slice(context.ledger.length + 1) : stream;
  const ods = /^trust-(.+)$/.exec(subject)?.[1];
  const trust = ods === undefined ? undefined : questions.trust(moment, ods);
  if (trust) return { label: 'About', text: trust.name, href: link(`/trusts/${trust.ods}`), notes: [trust.ods] };
  return { label: 'About', text: subjectInWords(subject) };
}

function whenLine(data: EventData): readonly SummaryLine[] {
  const precision = textMember(data, 'precision');
  if (precision === undefined) return [];
  const [on, by] = [textMember(data, 'occurredOn'), textMember(data, 'occurredBy')];
  return [{ label: 'When it was true', text: capitalised(dateInWords({ on, by, precision })) }];
}

function publicLine(metadata: EventData): readonly SummaryLine[] {
  const known = objectMember(metadata, 'public');
  const on = parseDay((known && textMember(known, 'on')) ?? '');
  if (!known || on === undefined) return [];
  const { day, how } = publicInWords(on, textMember(known, 'how') ?? '');
  return [{ label: 'When it became public', text: day, notes: notes(how) }];
}

function roleLine(metadata: EventData): readonly SummaryLine[] {
  const role = textMember(objectMember(metadata, 'actor') ?? {}, 'role');
  return role === undefined ? [] : [{ label: 'Recorded by', text: roleInWords(role) }];
}

const ORIGINS: Readonly<Record<string, string>> = {
  live: 'Reported to Milepost',
  import: 'Read in from a file',
  generated: 'Made up by a generator',
};

function originLine(metadata: EventData): readonly SummaryLine[] {
  const origin = textMember(metadata, 'origin');
  if (origin === undefined) return [];
  const from = objectMember(metadata, 'import');
  const row = from && [
    `data set ${textMember(from, 'dataSet') ?? 'not named'}`,
    `row ${textMember(from, 'key') ?? 'not named'}`,
  ];
  return [{ label: 'How it came in', text: wordFor(ORIGINS, origin) ?? origin, notes: row ?? [] }];
}

/** Why something was said about a fact. The reason within a fact is one of its details. */
function reasonLine(data: EventData): readonly SummaryLine[] {
  const corrects = objectMember(data, 'corrects');
  const why = Object.hasOwn(data, 'fact') ? textMember(data, 'reason') : undefined;
  const [label, text] = corrects
    ? ['Reason for the correction', textMember(corrects, 'reason')]
    : ['Reason', textMember(data, 'grounds') ?? textMember(data, 'outcome') ?? textMember(data, 'answers') ?? why];
  return text === undefined ? [] : [{ label, text }];
}

/** The bytes alone, as a file of one line; the same for ever. */
function rawLink({ context }: Visit, sequence: number): string {
  const link = pageLink(context.basePath, { recordedBy: `size:${sequence + 1}` });
  return link('/audit/entries.jsonl', { from: String(sequence), to: String(sequence) });
}

function rawOf(entry: LedgerEntry, { bytes, leaf }: RawEntry) {
  return {
    stream: entry.stream,
    revision: String(entry.revision),
    type: entry.type,
    id: entry.id,
    bytes: Buffer.from(bytes).toString('utf8'),
    leaf: Buffer.from(leaf).toString('hex'),
    data: entry.data === undefined ? 'Not JSON' : JSON.stringify(entry.data, undefined, 2),
    metadata: entry.metadata === undefined ? 'None' : JSON.stringify(entry.metadata, undefined, 2),
  };
}
