import fc from 'fast-check';
import type { StoredEvent } from '@milepost/event-store';
import { filledLedger } from '../../../test/support/filledLedger';
import { ledgerLog } from '../../../test/support/ledgerLog';
import { liveMetadata, storedEvent } from '../../../test/support/storedEvents';
import { temporaryFile } from '../../../test/support/temporaryFile';
import type { EntryFilter, EntryPageRequest, LedgerEntry, LedgerReader } from '../ledger';
import { MOST_EXAMINED } from './entryPage';
import { openLedgerReader } from './openLedgerReader';

const COUNT = 3_000;
let reader: LedgerReader;
let all: readonly LedgerEntry[];

beforeAll(async () => {
  const file = temporaryFile('ledger.sqlite');
  // Far from the end of the order, something rare, and something without metadata.
  const log = ledgerLog(COUNT, 'milepost', 6).map((event, n) => {
    if (n === 3) return { ...event, type: 'Rare.v1' };
    if (n === 11) return { ...event, metadata: undefined };
    // More streams of one kind than are looked up one by one, and a role of its own.
    if (n % 20 === 13) return { ...event, stream: `milepost.icb-${n}`, revision: 0n };
    return n % 7 === 5
      ? { ...event, metadata: { ...(liveMetadata(n) as object), actor: { id: 'rare', role: 'programme' } } }
      : event;
  });
  await filledLedger(file, renumbered([...log, storedEvent(COUNT, { stream: 'milepost.last' })]), 'milepost', 500);
  reader = openLedgerReader(file);
  all = reader.entriesFrom(0, COUNT + 1);
});
afterAll(() => reader.close());

/** Revisions anew, after events were moved to other streams. */
function renumbered(log: readonly StoredEvent[]): StoredEvent[] {
  const revisions = new Map<string, bigint>();
  return log.map((event) => {
    const revision = (revisions.get(event.stream) ?? -1n) + 1n;
    revisions.set(event.stream, revision);
    return { ...event, revision };
  });
}

const actorOf = ({ metadata }: LedgerEntry) => (metadata as { actor?: { id: string } } | undefined)?.actor?.id;

const roleOf = ({ metadata }: LedgerEntry) => (metadata as { actor?: { role: string } } | undefined)?.actor?.role;

/** What a filter means, said once more and slowly. */
function naive(filter: EntryFilter, order: EntryPageRequest['order']): number[] {
  const kept = all.filter(
    (entry) =>
      entry.sequence < (filter.size ?? Infinity) &&
      ((filter.streams === undefined && filter.prefixes === undefined) ||
        filter.streams?.includes(entry.stream) === true ||
        filter.prefixes?.some((prefix) => entry.stream.startsWith(prefix)) === true) &&
      !(filter.exceptTypes ?? []).includes(entry.type) &&
      (filter.role === undefined || roleOf(entry) === filter.role) &&
      (filter.types === undefined || filter.types.includes(entry.type)) &&
      (filter.actor === undefined || actorOf(entry) === filter.actor) &&
      entry.recordedAt >= (filter.recordedFrom ?? -Infinity) &&
      entry.recordedAt < (filter.recordedBefore ?? Infinity),
  );
  const sequences = kept.map(({ sequence }) => sequence);
  return order === 'newest-first' ? sequences.reverse() : sequences;
}

function pages(request: EntryPageRequest): { sequences: number[]; asked: number } {
  const sequences: number[] = [];
  let asked = 0;
  for (let after = request.after; ;) {
    const page = reader.page({ ...request, ...(after === undefined ? {} : { after }) });
    asked += 1;
    expect(page.entries.length).toBeLessThanOrEqual(request.limit);
    sequences.push(...page.entries.map(({ sequence }) => sequence));
    if (page.next === undefined) return { sequences, asked };
    after = page.next;
  }
}

const time = fc.integer({ min: -10, max: COUNT + 10 }).map((n) => Date.UTC(2026, 0, 1) + n * 1_000);
const stream = fc.constantFrom(
  ...['R0', 'R1', 'R2', 'R3'].map((name) => `milepost.trust-${name}`),
  'milepost.last',
  'none',
);
const type = fc.constantFrom('EprWentLive.v1', 'EprGoLivePlanned.v1', 'LedgerOpened.v1', 'Rare.v1', 'none');
const filter: fc.Arbitrary<EntryFilter> = fc.record(
  {
    streams: fc.array(stream, { maxLength: 4 }),
    types: fc.array(type, { maxLength: 3 }),
    prefixes: fc.array(fc.constantFrom('milepost.trust-', 'milepost.icb-', 'milepost.icb-1', 'none-'), {
      maxLength: 2,
    }),
    exceptTypes: fc.array(type, { maxLength: 2 }),
    actor: fc.constantFrom('actor-0', 'actor-1', 'rare', 'none'),
    role: fc.constantFrom('reporter', 'programme', 'none'),
    recordedFrom: time,
    recordedBefore: time,
    size: fc.integer({ min: 0, max: COUNT + 10 }),
  },
  { requiredKeys: [] },
);
const order = fc.constantFrom('newest-first' as const, 'oldest-first' as const);

it('pages together give every entry that is asked for, once, in order', () => {
  fc.assert(
    fc.property(filter, order, fc.integer({ min: 50, max: 1_000 }), (asked, direction, limit) => {
      expect(pages({ ...asked, order: direction, limit }).sequences).toEqual(naive(asked, direction));
    }),
    { numRuns: 250 },
  );
});

it('goes on behind any sequence, also one that is not of the answer', () => {
  fc.assert(
    fc.property(filter, order, fc.nat(COUNT + 5), (asked, direction, after) => {
      const expected = naive(asked, direction).filter((n) => (direction === 'newest-first' ? n < after : n > after));
      expect(pages({ ...asked, order: direction, after, limit: 400 }).sequences).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

it('may give a page that is not full and goes on: it looks at a bounded number of entries', () => {
  // Actor 0 has every third event, and they are of another type; only the very last is of both.
  const request = { types: ['EprWentLive.v1'], actor: 'actor-0', order: 'oldest-first', limit: 10 } as const;
  const first = reader.page(request);
  const examined = all.filter((entry) => entry.type === 'EprWentLive.v1')[MOST_EXAMINED - 1];
  expect(first).toEqual({ entries: [], next: examined?.sequence });
  expect(pages(request)).toEqual({ sequences: [COUNT], asked: 2 });
});

it('answers at once where nothing in the ledger has a name that is asked for', () => {
  const request = { types: ['EprWentLive.v1'], actor: 'nobody', order: 'oldest-first', limit: 10 } as const;
  expect(pages(request)).toEqual({ sequences: [], asked: 1 });
});

it.each<[string, Partial<EntryPageRequest>]>([
  ['no entries', { limit: 0 }],
  ['half an entry', { limit: 1.5 }],
  ['too many entries', { limit: 1_001 }],
  ['what is behind no sequence', { after: -1 }],
  ['too many streams', { streams: Array.from({ length: 21 }, (_, n) => `milepost.trust-${n}`) }],
  ['too many types', { types: Array.from({ length: 21 }, (_, n) => `T${n}.v1`) }],
])('refuses to give %s', (_what, wrong) => {
  expect(() => reader.page({ order: 'newest-first', limit: 10, ...wrong })).toThrow(RangeError);
});
