import { londonDay } from './londonDay';

const day = (instant: string): string => londonDay(Date.parse(instant));

describe('the day in London', () => {
  it('is the day in UTC in winter', () => {
    expect(day('2026-01-31T23:59:59.999Z')).toBe('2026-01-31');
    expect(day('2026-02-01T00:00:00.000Z')).toBe('2026-02-01');
  });

  it('begins an hour earlier than in UTC in summer', () => {
    expect(day('2026-06-30T22:59:59.999Z')).toBe('2026-06-30');
    expect(day('2026-06-30T23:00:00.000Z')).toBe('2026-07-01');
  });
});
