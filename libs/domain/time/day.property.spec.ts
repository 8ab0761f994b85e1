import * as fc from 'fast-check';
import { formatDay, parseDay } from './day';

const MS_PER_DAY = 86_400_000;
const FIRST = Date.parse('0000-01-01T00:00:00Z') / MS_PER_DAY;
const LAST = Date.parse('9999-12-31T00:00:00Z') / MS_PER_DAY;

describe('a day', () => {
  it('is written and read as the calendar of the platform writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        const text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
        expect([formatDay(day), parseDay(text)]).toEqual([text, day]);
      }),
      { numRuns: 2000 },
    );
  });

  it('goes on by one from every day of four centuries to the next', () => {
    const first = parseDay('1900-01-01') as number;
    const wrong: number[] = [];
    for (let day = first; day < first + 146_097; day += 1) if (parseDay(formatDay(day)) !== day) wrong.push(day);
    expect(wrong).toEqual([]);
    expect(formatDay(first + 146_097)).toBe('2300-01-01');
  });

  it('is read where the platform knows the same day, and nowhere else', () => {
    const two = fc.nat({ max: 99 }).map((number) => String(number).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
    const text = fc.oneof(
      fc.tuple(year, two, two).map((parts) => parts.join('-')),
      fc.string({ maxLength: 12 }),
      fc.tuple(year, two, two).map((parts) => parts.join('/')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const day = Date.parse(`${written}T00:00:00Z`) / MS_PER_DAY;
        const exists =
          /^\d{4}-\d{2}-\d{2}$/.test(written) &&
          Number.isInteger(day) &&
          new Date(day * MS_PER_DAY).toISOString().slice(0, 10) === written;
        expect(parseDay(written)).toBe(exists ? day : undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
