import type { FactHistoryItem } from '@milepost/views';
import { historyTable } from './historyTable';

const FACT = 'aaaaaaaa-0000-4000-8000-000000000000';
const MONTH = { deployment: 'alpha', precision: 'month', occurredOn: '2014-10' };
const DAY = { ...MONTH, precision: 'day', occurredOn: '2014-10-26' };

function item(sequence: number, storedType: string, parts: Partial<FactHistoryItem> = {}): FactHistoryItem {
  return {
    sequence,
    eventId: `event-${sequence}`,
    storedType,
    fact: FACT,
    replaces: undefined,
    reason: undefined,
    publicOn: undefined,
    recordedAt: Date.UTC(2026, 10, 24, 9),
    effective: false,
    data: {},
    ...parts,
  };
}

const FIRST = item(1, 'EprWentLive.v1', { eventId: FACT, data: MONTH });
const CORRECTION = item(2, 'FactCorrected.v1', { replaces: FACT, effective: true, data: DAY, reason: 'Read again' });
const DISPUTE = item(3, 'FactDisputed.v1', { data: { fact: FACT, grounds: 'No' }, reason: 'No' });
const SETTLEMENT = item(4, 'DisputeResolved.v1', { data: { dispute: 'event-3', outcome: 'Kept' }, reason: 'Kept' });

describe('a history', () => {
  /** What stands in a column, its smaller print after it. */
  const column = (n: number, ...items: readonly FactHistoryItem[]): readonly string[] =>
    historyTable(items, { link: (path) => path }).rows.map(({ cells }) => {
      const { text = '', notes = [] } = cells[n] ?? {};
      return [text, ...notes.map((note) => (typeof note === 'string' ? note : note.text))].join(' | ');
    });
  const says = column.bind(undefined, 1);
  const standing = column.bind(undefined, 4);

  it('says of an entry that it is disputed, and by which, until that is settled', () => {
    expect(standing(FIRST, CORRECTION, DISPUTE)).toEqual([
      'No longer in effect | Replaced by entry 2',
      'In effect, disputed | Disputed by entry 3 | Replaces entry 1',
      'Noted | Disputes entry 2',
    ]);
    expect(standing(FIRST, CORRECTION, DISPUTE, SETTLEMENT).slice(1, 3)).toEqual([
      'In effect | Replaces entry 1',
      'Settled | Settled by entry 4',
    ]);
  });

  it('says of a dispute which version it found, whatever was corrected later', () => {
    const early = { ...DISPUTE, sequence: 2, eventId: 'event-2' };
    const later = { ...CORRECTION, sequence: 3, eventId: 'event-3' };
    expect(standing(FIRST, early, later).slice(1)).toEqual([
      'Noted | Disputes entry 1',
      'In effect, disputed | Disputed by entry 2 | Replaces entry 1',
    ]);
  });

  it('says in words what a correction changed', () => {
    const source = { kind: 'press', publisher: 'The Gazette', date: '2017-08' };
    const sourced = { ...CORRECTION, data: { ...DAY, source } };
    expect(says(FIRST, sourced)[1]).toContain(
      'When: October 2014, corrected to 26 October 2014 | Source: not given, corrected to The Gazette, press, August 2017',
    );
  });

  it('gives the reason for a retraction once, and no bare id', () => {
    const data = { fact: FACT, replaces: FACT, reason: 'Reported twice' };
    const retraction = item(2, 'FactRetracted.v1', { replaces: FACT, data, reason: 'Reported twice' });
    expect(says(FIRST, retraction)[1]).toBe('Recorded in error | Reason: Reported twice');
  });
});
