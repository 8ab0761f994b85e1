import { createHash } from 'node:crypto';
import type {
  EntryFilter,
  EntryPage,
  EntryPageRequest,
  LedgerEntry,
  LedgerReader,
  ResolvedSize,
} from '@milepost/ledger';
import { formatDay } from '@milepost/domain';
import { idOf } from './scriptedFacts';
import type { ScriptedFact } from './scriptedFacts';
import {
  ASSESSMENTS,
  CORRECTION_REASON,
  EPR_FACTS,
  FIRST_GO_LIVE,
  HOSTILE,
  OBSERVED,
  PROGRAMME,
  REGISTERED,
  STATEMENTS,
} from './scriptedRecord';

/** Entries 0 to 24: the scripted record's facts, an opening, and entries that were written outside Milepost. */
export const ENTRIES: readonly LedgerEntry[] = Array.from({ length: 25 }, (_, sequence) => entryAt(sequence));

/** The minute after eight on which an entry was recorded is its number. */
function recordedAt(sequence: number): number {
  return Date.UTC(2026, 10, 24, 8, sequence);
}

function entryAt(sequence: number): LedgerEntry {
  const facts = [REGISTERED, OBSERVED, FIRST_GO_LIVE, ...EPR_FACTS, ...ASSESSMENTS, ...STATEMENTS, ...PROGRAMME];
  const fact = facts.find((one) => one.sequence === sequence);
  return fact ? factEntry(fact) : otherEntry(sequence);
}

function factEntry(fact: ScriptedFact): LedgerEntry {
  const { sequence, type, data, subject, publicOn, publicHow } = fact;
  const corrects = { fact: idOf(5), replaces: idOf(5), type, reason: CORRECTION_REASON };
  return {
    sequence,
    stream: `milepost.${subject}`,
    revision: sequence,
    id: idOf(sequence),
    type: sequence === 9 ? 'FactCorrected.v1' : type,
    recordedAt: recordedAt(sequence),
    previous: undefined,
    data: (sequence === 9 ? { ...data, corrects } : data) as LedgerEntry['data'],
    metadata: {
      recordedAt: new Date(recordedAt(sequence)).toISOString(),
      actor: { id: 'a1', role: sequence === 9 ? 'reporter' : 'system' },
      origin: sequence === 9 ? 'live' : 'import',
      public: { on: formatDay(publicOn), how: publicHow },
      ...(sequence === 9 ? {} : { import: { dataSet: 'example', key: `row-${sequence}`, content: '00' } }),
    },
  };
}

function otherEntry(sequence: number): LedgerEntry {
  const opening = sequence === 0;
  return {
    sequence,
    stream: opening ? 'milepost.log-ledger' : `milepost.other-${sequence}`,
    revision: 0,
    id: idOf(sequence),
    type: opening ? 'LedgerOpened.v1' : `Foreign${HOSTILE}`,
    recordedAt: recordedAt(sequence),
    previous: undefined,
    data: opening ? { epoch: 1, kind: 'public-record' } : { text: HOSTILE },
    metadata: opening
      ? { recordedAt: '2026-11-24T08:00:00.000Z', actor: { id: 'a1', role: 'system' }, origin: 'live' }
      : undefined,
  };
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** A reader over the first `size()` entries, as far as pages read. */
export function scriptedReader(size: () => number): LedgerReader {
  const entry = (sequence: number): LedgerEntry | undefined => (sequence < size() ? ENTRIES[sequence] : undefined);
  const raw = (sequence: number) => {
    const found = entry(sequence);
    if (!found) return undefined;
    const bytes = Buffer.from(JSON.stringify({ v: 1, stream: found.stream, type: found.type }));
    const leaf = createHash('sha256')
      .update(Buffer.from([0]))
      .update(bytes)
      .digest();
    return { sequence, bytes, leaf };
  };
  const read: Partial<LedgerReader> = {
    head: () => ({ size: size(), lastRecordedAt: size() === 0 ? undefined : recordedAt(size() - 1) }),
    entriesFrom: (sequence, limit) => ENTRIES.slice(sequence, Math.min(size(), sequence + limit)),
    entry,
    page: (request) => scriptedPage(request, size()),
    sequenceById: (id) => ENTRIES.find((one) => one.id === id)?.sequence,
    entryById: (id) => ENTRIES.find((one) => one.id === id),
    lastOfStream: () => undefined,
    raw,
    rawFrom: () => [],
    rootAt: (at) => createHash('sha256').update(`root ${at}`).digest(),
    recordedAt: (sequence) => entry(sequence)?.recordedAt,
    resolve: (recordedBy) => resolve(recordedBy, size()),
    close: () => undefined,
  };
  return read as LedgerReader;
}

/** As the ledger's own reader pages, without its bounds on what is looked at. */
function scriptedPage(request: EntryPageRequest, head: number): EntryPage {
  const isNewestFirst = request.order === 'newest-first';
  const { after = isNewestFirst ? Infinity : -1 } = request;
  const seen = ENTRIES.slice(0, Math.min(head, request.size ?? head)).filter((entry) => matches(entry, request));
  const behind = seen.filter(({ sequence }) => (isNewestFirst ? sequence < after : sequence > after));
  const entries = (isNewestFirst ? behind.reverse() : behind).slice(0, request.limit);
  return { entries, next: behind.length > request.limit ? entries.at(-1)?.sequence : undefined };
}

function matches(entry: LedgerEntry, filter: EntryFilter): boolean {
  const { streams, prefixes, types, exceptTypes = [], role, recordedFrom = 0, recordedBefore = Infinity } = filter;
  const isAbout =
    (streams === undefined && prefixes === undefined) ||
    streams?.includes(entry.stream) === true ||
    prefixes?.some((prefix) => entry.stream.startsWith(prefix)) === true;
  const actor = (entry.metadata as { readonly actor?: { readonly role: string } } | undefined)?.actor;
  return (
    isAbout &&
    (types === undefined || types.includes(entry.type)) &&
    !exceptTypes.includes(entry.type) &&
    (role === undefined || actor?.role === role) &&
    entry.recordedAt >= recordedFrom &&
    entry.recordedAt < recordedBefore
  );
}

function resolve(recordedBy: string | undefined, head: number): ResolvedSize {
  if (recordedBy === undefined) return { size: head, final: false };
  const size = /^size:(\d+)$/.exec(recordedBy)?.[1];
  if (size !== undefined) {
    if (Number(size) > head) throw named('NotYetRecorded', `size:${size} is not recorded yet`);
    return { size: Number(size), final: true };
  }
  const instant = Date.parse(recordedBy);
  if (Number.isNaN(instant)) throw named('InvalidRecordedBy', `recordedBy is ${recordedBy}`);
  const last = recordedBy.length === 10 ? instant + 86_400_000 : instant;
  const before = ENTRIES.slice(0, head).filter((entry) => entry.recordedAt <= last).length;
  return { size: before, final: before < head };
}
