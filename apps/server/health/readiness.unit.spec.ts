import type { LedgerHead, SequencerState } from '@milepost/ledger';
import type { LedgerContext, Startup, ViewStatus } from '@milepost/views';
import { BehaviorSubject } from 'rxjs';
import { Readiness } from './readiness';

function setUp() {
  const parts = { size: 10, next: 10, now: 0, halted: false };
  const state = new BehaviorSubject<SequencerState>({ kind: 'live' });
  const access = new BehaviorSubject<SequencerState>({ kind: 'live' });
  const freshAt = new BehaviorSubject(1_000);
  const startup = new BehaviorSubject<Startup>({ kind: 'ready' });
  const head = new BehaviorSubject<LedgerHead>({ size: 0, lastRecordedAt: undefined });
  const status = (): ViewStatus[] => [
    {
      view: 'epr',
      version: '1',
      next: parts.next,
      state: parts.halted ? { kind: 'halted', sequence: parts.next, reason: 'No such state.' } : { kind: 'live' },
    },
  ];
  const context = {
    clock: () => parts.now,
    watch: { state, freshAt, head },
    startup,
    reader: () => ({ head: () => ({ size: parts.size }) }),
    questions: () => ({ status }),
  } as unknown as LedgerContext;
  const readiness = new Readiness(context, { watch: { state: access, freshAt, head } });
  const wrong = () => readiness.checks().flatMap(({ name, ok, detail }) => (ok ? [] : [`${name}: ${detail}`]));
  return { parts, state, access, startup, readiness, wrong };
}

describe('readiness', () => {
  it('finds nothing wrong where all is as it should be', () => {
    expect(setUp().wrong()).toEqual([]);
  });

  it('names the store that is away, and the ledger with it', () => {
    const { state, wrong } = setUp();
    state.next({ kind: 'store-unavailable', reason: 'No answer', since: 0 });
    expect(wrong()).toEqual([
      'store: Not reached since 1970-01-01T00:00:00.000Z: No answer. Reading goes on; writing goes on by itself once it is back.',
      'ledger: store-unavailable; last read to its end at 1970-01-01T00:00:01.000Z.',
    ]);
  });

  it('names a ledger that stopped, either of the two', () => {
    const { state, access, wrong } = setUp();
    state.next({ kind: 'stopped', reason: 'The store was replaced.' });
    access.next({ kind: 'stopped', reason: 'An entry is damaged.' });
    expect(wrong().map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      'store: It is not followed, because the ledger has stopped.',
      'ledger: Stopped',
      'access ledger: Stopped',
    ]);
  });

  it('bears with a view that is behind for a moment, and not with one that stays behind', () => {
    const { parts, wrong } = setUp();
    parts.size = 20;
    expect(wrong()).toEqual([]);
    parts.now = 6_000;
    expect(wrong()).toEqual(['view epr: 10 of 20 entries applied.']);
    parts.next = 20;
    parts.size = 30;
    expect(wrong()).toEqual([]);
    parts.now = 12_000;
    expect(wrong()).toEqual(['view epr: 20 of 30 entries applied.']);
  });

  it('names a view that halted, with its entry and reason', () => {
    const { parts, wrong } = setUp();
    parts.halted = true;
    expect(wrong()).toEqual(['view epr: Halted at entry 10: No such state.']);
  });

  it('says that views cannot be written, until they can', () => {
    const { readiness, wrong } = setUp();
    readiness.viewsFail('disk full');
    expect(wrong()[0]).toMatch(/views: They cannot be written \(disk full\)/);
    readiness.viewsFail(undefined);
    expect(wrong()).toEqual([]);
  });

  it('says what the start is at', () => {
    const { startup, wrong } = setUp();
    startup.next({ kind: 'importing', file: 'trusts.csv', done: 3, total: 9 });
    expect(wrong()).toEqual(['start: Importing trusts.csv: 3 of 9 rows.']);
    startup.next({ kind: 'failed', reason: 'The ledger is refused.' });
    expect(wrong()).toEqual(['start: The ledger is refused.']);
  });
});
