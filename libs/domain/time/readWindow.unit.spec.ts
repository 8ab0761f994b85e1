import { formatDay } from './day';
import { dateProblem } from './dateProblem';
import type { Occurrence } from './occurrence';
import { plannedWindow } from './plannedWindow';
import { windowOf } from './windowOf';

const written = (occurrence: Occurrence): string => {
  const { earliest, latest } = windowOf(occurrence);
  const text = (day: number): string => (Number.isFinite(day) ? formatDay(day) : 'none');
  return `${text(earliest)} to ${text(latest)}`;
};

describe('the window of each precision', () => {
  it.each<[Occurrence, string]>([
    [{ occurredOn: '2016-05-23', precision: 'day' }, '2016-05-23 to 2016-05-23'],
    [{ occurredOn: '2025-11-02', precision: 'approximate_day' }, '2025-10-30 to 2025-11-05'],
    [{ occurredOn: '2024-02', precision: 'month' }, '2024-02-01 to 2024-02-29'],
    [{ occurredOn: '2023-12', precision: 'month' }, '2023-12-01 to 2023-12-31'],
    [{ occurredOn: '2024-Q1', precision: 'quarter' }, '2024-01-01 to 2024-03-31'],
    [{ occurredOn: '2024-Q4', precision: 'quarter' }, '2024-10-01 to 2024-12-31'],
    [{ occurredOn: '2023', precision: 'year' }, '2023-01-01 to 2023-12-31'],
    [{ occurredOn: '2024-01-31', occurredBy: '2024-02-01', precision: 'between' }, '2024-01-31 to 2024-02-01'],
    [{ occurredBy: '2021-11-01', precision: 'on_or_before' }, 'none to 2021-11-01'],
    [{ precision: 'unknown' }, 'none to none'],
  ])('%j is %s', (occurrence, window) => {
    expect(written(occurrence)).toBe(window);
  });

  it('is refused by windowOf where the schema would have refused it', () => {
    expect(() => windowOf({ occurredOn: '2025-02-30', precision: 'day' })).toThrow(RangeError);
  });

  it('is none for a plan without a date', () => {
    expect(plannedWindow({ precision: 'day', occurredOn: '2024-01-01' })).toBeUndefined();
    expect(plannedWindow({ plannedFor: '2026-10', plannedPrecision: 'month' })).toEqual({
      earliest: 20_727,
      latest: 20_757,
    });
  });
});

describe('what is wrong with a date, by member', () => {
  it.each<[Record<string, unknown>, string, string]>([
    [{ occurredOn: '2025-02-30', precision: 'day' }, 'occurredOn', 'no-such-date'],
    [{ occurredOn: '2025-13', precision: 'month' }, 'occurredOn', 'no-such-date'],
    [{ occurredOn: '2025-Q5', precision: 'quarter' }, 'occurredOn', 'no-such-date'],
    [{ occurredOn: '2025-02', precision: 'day' }, 'occurredOn', 'wrong-form'],
    [{ occurredOn: '2025-02-03', precision: 'month' }, 'occurredOn', 'wrong-form'],
    [{ occurredOn: '2025-01', precision: 'quarter' }, 'occurredOn', 'wrong-form'],
    [{ occurredOn: 20250203, precision: 'day' }, 'occurredOn', 'wrong-form'],
    [{ precision: 'day' }, 'occurredOn', 'missing'],
    [{ occurredOn: '2025-02-03' }, 'precision', 'missing'],
    [{ occurredOn: '2025-02-03', precision: 'about' }, 'precision', 'unknown-precision'],
    [{ occurredOn: '2025-02-03', precision: 'unknown' }, 'occurredOn', 'not-allowed'],
    [{ occurredOn: '2025-02-03', occurredBy: '2025-02-04', precision: 'day' }, 'occurredBy', 'not-allowed'],
    [{ occurredOn: '2025-02-03', precision: 'on_or_before' }, 'occurredOn', 'not-allowed'],
    [{ precision: 'on_or_before' }, 'occurredBy', 'missing'],
    [{ occurredOn: '2025-02-03', occurredBy: '2025-02-03', precision: 'between' }, 'occurredBy', 'not-later'],
    [{ occurredOn: '2025-02-03', occurredBy: '2025-02-31', precision: 'between' }, 'occurredBy', 'no-such-date'],
  ])('%j is at fault at %s: %s', (data, member, fault) => {
    expect(dateProblem(data)).toMatchObject({ member, fault });
    expect(dateProblem(data)?.sentence).toContain(member);
  });

  it('names the members of other dates by their own names', () => {
    expect(dateProblem({ plannedFor: '2026-02-30', plannedPrecision: 'day' }, 'planned')?.member).toBe('plannedFor');
    expect(dateProblem({ decidedBy: '2026-02-20', decidedPrecision: 'day' }, 'decided')?.member).toBe('decidedOn');
    expect(dateProblem({ deadlineOn: '2026-02' }, 'deadline')?.member).toBe('deadlinePrecision');
  });
});
