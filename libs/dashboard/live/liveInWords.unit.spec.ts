import { liveInWords } from './liveInWords';
import type { Situation } from './liveInWords';

const NOW = Date.UTC(2026, 10, 24, 10);
const QUIET: Situation = { size: 10, after: 10, state: { kind: 'live' }, freshAt: NOW - 3000, now: NOW };

describe('what a page that stands open is told', () => {
  it('says how old the record is, and nothing else while nothing happens', () => {
    expect(liveInWords(QUIET)).toEqual({
      entries: null,
      age: 'Last checked for new entries 3 seconds ago.',
      outage: null,
    });
  });

  it('counts what is new, and nothing where pages cannot show it', () => {
    expect(liveInWords({ ...QUIET, size: 11 }).entries).toBe('1 new entry');
    expect(liveInWords({ ...QUIET, size: 1210 }).entries).toBe('1,200 new entries');
    expect(liveInWords({ ...QUIET, size: undefined }).entries).toBeNull();
    // A ledger built again from the start holds less for a while.
    expect(liveInWords({ ...QUIET, size: 4 }).entries).toBeNull();
  });

  it('tells an outage with its time, without the reason that is meant for the operator', () => {
    const since = Date.UTC(2026, 10, 24, 9, 58);
    const away = liveInWords({ ...QUIET, state: { kind: 'store-unavailable', reason: 'ECONNREFUSED', since } });
    expect(away.outage).toBe(
      'The record’s store has not answered since 24 November 2026 at 9:58am. This is the last known position.',
    );
    expect(liveInWords({ ...QUIET, state: { kind: 'stopped', reason: 'Events were lost' } }).outage).toContain(
      'waits for its operator',
    );
    expect(liveInWords({ ...QUIET, state: { kind: 'catching-up' } }).outage).toBeNull();
    expect(liveInWords({ ...QUIET, state: undefined, freshAt: undefined })).toEqual({
      entries: null,
      age: null,
      outage: null,
    });
  });
});
