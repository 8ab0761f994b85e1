import { day } from '../testing/story';
import { formatDay } from './day';
import { lastDayOf } from './lastDayOf';
import { periodEnds } from './periodEnds';

const ends = (from: string, to: string, every: 'month' | 'quarter'): string[] =>
  periodEnds(day(from), day(to), every).map(formatDay);

describe('the points of a series', () => {
  it('are the last days of the months, and at last the day asked for', () => {
    expect(ends('2023-12-15', '2024-03-10', 'month')).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-10']);
  });

  it('are the last days of the quarters', () => {
    expect(ends('2024-03-31', '2024-12-31', 'quarter')).toEqual([
      '2024-03-31',
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
  });

  it('is one where the first day is the last, and none where it is later', () => {
    expect(ends('2024-02-10', '2024-02-10', 'month')).toEqual(['2024-02-10']);
    expect(ends('2024-02-11', '2024-02-10', 'month')).toEqual([]);
  });
});

it.each([
  ['2025-11', '2025-11-30'],
  ['2025-Q3', '2025-09-30'],
  ['2025', '2025-12-31'],
  ['2025-11-17', '2025-11-17'],
])('the last day of %s is %s', (period, last) => {
  expect(lastDayOf(period)).toBe(day(last));
});

it.each(['2025-00', '2025-Q0', '25', '2025-02-30', ''])('there is no period %j', (period) => {
  expect(lastDayOf(period)).toBeUndefined();
});
