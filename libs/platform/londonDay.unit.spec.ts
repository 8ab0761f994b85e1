import { londonDay } from './londonDay';
import { startOfLondonDay } from './startOfLondonDay';

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

  it.each(['2026-01-31', '2026-03-29', '2026-03-30', '2026-06-30', '2026-10-25', '2026-10-26'])(
    'of %s begins with the first millisecond that is of it',
    (text) => {
      const start = startOfLondonDay(text) ?? NaN;
      expect(londonDay(start)).toBe(text);
      expect(londonDay(start - 1)).not.toBe(text);
    },
  );

  it.each(['2026-02-30', '2026-2-3', '2026-02-03T00:00:00Z', ''])('is not %j', (text) => {
    expect(startOfLondonDay(text)).toBeUndefined();
  });
});
