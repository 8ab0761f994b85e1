import { parseDay } from '@milepost/domain';
import type { FactView } from '../questions';
import { claimedDays } from './claimedDays';

const day = (text: string): number => parseDay(text) as number;

function statement(data: object, said = { earliest: day('2025-05-02'), latest: day('2025-05-02') }): FactView {
  return { window: said, data } as unknown as FactView;
}

const window = (from: string, to: string) => ({ earliest: day(from), latest: day(to) });

describe('the days that a claim is about', () => {
  it.each<[string, object, string, string, string]>([
    ['a day', { refersTo: '2023-11-15' }, 'refers-to', '2023-11-15', '2023-11-15'],
    ['a month', { refersTo: '2025-02' }, 'refers-to', '2025-02-01', '2025-02-28'],
    ['a year', { refersTo: '2025' }, 'refers-to', '2025-01-01', '2025-12-31'],
    ['a period', { refersTo: '2022-04-01', refersToEnd: '2023-03-31' }, 'refers-to', '2022-04-01', '2023-03-31'],
    ['a target', { kind: 'target', targetDate: '2025-03' }, 'target', '2025-03-31', '2025-03-31'],
    ['neither', { kind: 'claim', targetDate: '2025-03' }, 'said', '2025-05-02', '2025-05-02'],
  ])('are those of %s', (_, data, basis, from, to) => {
    expect(claimedDays(statement(data), day('2026-11-24'))).toEqual({ basis, window: window(from, to) });
  });

  it('end with the day asked about, and are still to come before they begin', () => {
    const year = statement({ refersTo: '2025' });
    expect(claimedDays(year, day('2025-06-01'))).toEqual({
      basis: 'refers-to',
      window: window('2025-01-01', '2025-06-01'),
    });
    expect(claimedDays(year, day('2024-12-31'))).toBe('to-come');
    expect(claimedDays(statement({ kind: 'target', targetDate: '2026-03' }), day('2026-03-30'))).toBe('to-come');
  });

  it('are not guessed from what is no date', () => {
    expect(claimedDays(statement({ refersTo: 'soon' }), day('2026-11-24'))).toBe('no-day');
    expect(claimedDays(statement({ refersTo: '2025', refersToEnd: '2024' }), day('2026-11-24'))).toBe('no-day');
    expect(claimedDays(statement({}, { earliest: -Infinity, latest: day('2025-01-01') }), day('2026-11-24'))).toBe(
      'no-day',
    );
  });
});
