import { cutToPublic, parseDay, windowOf } from '@milepost/domain';
import type { Occurrence } from '@milepost/domain';
import { dateInWords } from './dateInWords';
import { dayInWords } from './dayInWords';
import { dayRangeInWords } from './dayRangeInWords';
import { occurrenceInWords } from './occurrenceInWords';
import { periodInWords } from './periodInWords';
import { afterNoun, prefixedDate } from './prefixedDate';

const day = (text: string): number => parseDay(text) ?? NaN;

describe('dates in words', () => {
  it('writes a day as the NHS service manual does', () => {
    expect(dayInWords(day('2018-08-06'))).toBe('6 August 2018');
    expect(dayInWords(day('1969-12-31'))).toBe('31 December 1969');
  });

  it.each([
    ['2025-11-17', '17 November 2025'],
    ['2025-11', 'November 2025'],
    ['2025-Q3', 'July to September 2025'],
    ['2025', '2025'],
    ['2025-13', '2025-13'],
    ['soon', 'soon'],
  ])('writes the period %s as %s', (text, words) => {
    expect(periodInWords(text)).toBe(words);
  });

  it.each([
    ['2025-11-03', '2025-11-09', '3 to 9 November 2025'],
    ['2025-10-30', '2025-11-05', '30 October to 5 November 2025'],
    ['2025-12-30', '2026-01-02', '30 December 2025 to 2 January 2026'],
    ['2025-11-03', '2025-11-03', '3 November 2025'],
  ])('writes the days from %s to %s as %s', (from, to, words) => {
    expect(dayRangeInWords(day(from), day(to))).toBe(words);
  });

  it.each([
    [{ on: '2025-11-02', precision: 'approximate_day' }, 'about 2 November 2025'],
    [{ on: '2025-11', precision: 'month' }, 'November 2025'],
    [{ on: '2025-11-03', by: '2025-11-09', precision: 'between' }, 'between 3 and 9 November 2025'],
    [{ by: '2024-10-31', precision: 'on_or_before' }, 'on or before 31 October 2024'],
    [{ precision: 'unknown' }, 'date not known'],
    [{ precision: 'between' }, 'date not known'],
    [{}, 'date not known'],
  ])('writes %j as %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  it('reads a plan’s date from the members that plans have', () => {
    const data = { plannedFor: '2026-10', plannedPrecision: 'month', occurredOn: '2025-11-03', precision: 'day' };
    expect(prefixedDate(data, 'planned')).toEqual({ on: '2026-10', by: undefined, precision: 'month' });
    expect(prefixedDate(data, 'ends')).toBeUndefined();
  });

  it('follows a noun without saying "for on or before"', () => {
    expect(afterNoun({ on: '2026-10', precision: 'month' }, 'for')).toBe(' for October 2026');
    expect(afterNoun({ by: '2026-10-31', precision: 'on_or_before' }, 'for')).toBe(' on or before 31 October 2026');
  });
});

describe('when something was true, in words', () => {
  const words = (occurrence: Occurrence, publicOn: string) =>
    occurrenceInWords(occurrence, cutToPublic(windowOf(occurrence), day(publicOn)));

  it('leaves a day as it is', () => {
    expect(words({ occurredOn: '2016-05-23', precision: 'day' }, '2016-12-31')).toEqual({
      text: '23 May 2016',
      note: undefined,
    });
  });

  it('says the days of an approximate one', () => {
    expect(words({ occurredOn: '2025-11-02', precision: 'approximate_day' }, '2025-12-01')).toEqual({
      text: 'About 2 November 2025',
      note: 'between 30 October and 5 November 2025',
    });
  });

  it('says that a month was cut by the day on which it became public', () => {
    expect(words({ occurredOn: '2025-11', precision: 'month' }, '2025-11-17')).toEqual({
      text: 'November 2025',
      note: 'by 17 November 2025, when it was public',
    });
    expect(words({ occurredOn: '2025-11', precision: 'month' }, '2025-12-17').note).toBeUndefined();
    expect(words({ occurredOn: '2025-Q4', precision: 'quarter' }, '2026-12-17').note).toBeUndefined();
  });

  it('never names a day for a date that is not known', () => {
    expect(words({ precision: 'unknown' }, '2026-06-30')).toEqual({
      text: 'Date not known',
      note: 'by 30 June 2026, when it was public',
    });
    expect(words({ occurredBy: '2024-10-31', precision: 'on_or_before' }, '2024-11-25')).toEqual({
      text: 'On or before 31 October 2024',
      note: undefined,
    });
  });
});
