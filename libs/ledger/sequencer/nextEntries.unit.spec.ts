import { ledgerLog } from '../../../test/support/ledgerLog';
import { ledgerOpened, storedEvent } from '../../../test/support/storedEvents';
import type { StreamTip } from '../file/ledgerFile';
import { nextEntries } from './nextEntries';
import type { LedgerTip } from './nextEntries';

const empty: LedgerTip = {
  ledger: 'milepost',
  size: 0,
  position: undefined,
  lastRecordedAt: undefined,
  tipOf: () => undefined,
};
const opened = (tips: Record<string, StreamTip> = {}): LedgerTip => ({
  ...empty,
  size: 8,
  position: ledgerOpened('milepost').position,
  lastRecordedAt: Date.UTC(2026, 0, 1),
  tipOf: (stream) => tips[stream],
});

it('numbers events without a gap and names each stream’s previous entry', () => {
  const { entries, position, halt } = nextEntries(empty, ledgerLog(9, 'milepost', 2));
  expect(halt).toBeUndefined();
  expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(entries.map(({ previous }) => previous)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4, 5, 6]);
  expect(position).toEqual(storedEvent(8).position);
});

it('goes on from what is stored', () => {
  const tip = opened({ 'milepost.trust-RXX': { sequence: 5, revision: 2 } });
  const { entries } = nextEntries(tip, [storedEvent(20, { revision: 3n }), storedEvent(21, { revision: 4n })]);
  expect(entries.map(({ sequence, previous }) => [sequence, previous])).toEqual([
    [8, 5],
    [9, 8],
  ]);
});

describe('the prefix', () => {
  it('keeps two ledgers apart whose names begin alike', () => {
    const events = [
      storedEvent(20, { stream: 'milepostaccess.token-a' }),
      storedEvent(21, { stream: 'milepost-work.fence' }),
      storedEvent(22, { stream: 'milepost' }),
      storedEvent(23, { stream: 'milepost.trust-R1' }),
      storedEvent(24, { stream: 'demonstration.trust-R1' }),
    ];
    expect(nextEntries(opened(), events).entries.map(({ stream }) => stream)).toEqual(['milepost.trust-R1']);
    expect(nextEntries({ ...opened(), ledger: 'milepostaccess' }, events).entries.map(({ stream }) => stream)).toEqual([
      'milepostaccess.token-a',
    ]);
  });

  it('leaves the position where it was when nothing is of the ledger', () => {
    const { entries, position } = nextEntries(opened(), [storedEvent(20, { stream: 'other.trust-R1' })]);
    expect(entries).toEqual([]);
    expect(position).toBeUndefined();
  });

  it('is the only rule: an event of an unknown type, of no metadata, of bytes is an entry', () => {
    const foreign = [
      storedEvent(20, { stream: 'milepost.x', type: 'whatever', metadata: undefined, data: 'not json {' }),
      storedEvent(21, { stream: 'milepost.y', type: '', data: Uint8Array.of(1, 2, 3) }),
    ];
    expect(nextEntries(opened(), foreign).entries).toHaveLength(2);
  });
});

describe('what must not be sequenced', () => {
  it('a revision that is not the stream’s previous plus one: the store has lost events', () => {
    const tip = opened({ 'milepost.trust-RXX': { sequence: 5, revision: 2 } });
    const { entries, position, halt } = nextEntries(tip, [
      storedEvent(20, { revision: 3n }),
      storedEvent(21, { revision: 5n }),
      storedEvent(22, { revision: 6n }),
    ]);
    expect(entries).toHaveLength(1);
    expect(position).toEqual(storedEvent(20).position);
    expect(halt).toMatch(/has lost events: revision 4 of milepost\.trust-RXX .* revision 5 came/);
  });

  it('a stream that does not begin with revision 0', () => {
    expect(nextEntries(opened(), [storedEvent(20, { revision: 1n })]).halt).toMatch('has lost events: revision 0');
  });

  it('a revision that was there already', () => {
    const tip = opened({ 'milepost.trust-RXX': { sequence: 5, revision: 2 } });
    expect(nextEntries(tip, [storedEvent(20, { revision: 2n })]).halt).toMatch('has lost events: revision 3');
  });

  it('an event at or before the position of the last one', () => {
    const again = storedEvent(20, { stream: 'milepost.trust-R2' });
    expect(nextEntries({ ...opened(), position: again.position }, [again]).halt).toMatch('its order has changed');
    const older = { ...again, position: { ...again.position, prepare: again.position.prepare - 1n } };
    expect(nextEntries({ ...opened(), position: again.position }, [older]).halt).toMatch('its order has changed');
  });

  it.each([
    ['another type', { type: 'TrustRegistered.v1' }],
    ['another stream', { stream: 'milepost.trust-R1' }],
    ['another ledger’s opening', ledgerOpened('demonstration', { stream: 'milepost.log-ledger' })],
    ['an opening that says nothing', { data: {} }],
  ])('a first event of %s', (_what, parts) => {
    const { entries, halt } = nextEntries(empty, [ledgerOpened('milepost', parts)]);
    expect(entries).toEqual([]);
    expect(halt).toMatch('The ledger "milepost" is refused');
  });
});

describe('effective recorded time', () => {
  const at = (recordedAt: string | undefined, n: number) =>
    storedEvent(n, { stream: `milepost.trust-R${n}`, metadata: recordedAt === undefined ? undefined : { recordedAt } });

  it('never runs backwards, and goes on where an event has none', () => {
    const { entries } = nextEntries({ ...opened(), lastRecordedAt: Date.UTC(2026, 0, 5) }, [
      at('2026-01-04T00:00:00.000Z', 20),
      at('2026-01-06T00:00:00.000Z', 21),
      at(undefined, 22),
      at('2026-01-05T23:00:00.000Z', 23),
      at('2026-01-06T00:00:00.001Z', 24),
    ]);
    expect(entries.map(({ recordedAt }) => new Date(recordedAt).toISOString())).toEqual([
      '2026-01-05T00:00:00.000Z',
      '2026-01-06T00:00:00.000Z',
      '2026-01-06T00:00:00.000Z',
      '2026-01-06T00:00:00.000Z',
      '2026-01-06T00:00:00.001Z',
    ]);
  });

  it('is 1970 where nothing has said one', () => {
    const { entries } = nextEntries(empty, [ledgerOpened('milepost', { metadata: undefined })]);
    expect(entries[0]?.recordedAt).toBe(0);
  });
});
