import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { factSchemas } from '../events/factSchemas';
import { dateProblem } from './dateProblem';
import { formatDay } from './day';
import { PRECISIONS } from './precision';
import { periodWindow } from './periodWindow';
import { windowOf } from './windowOf';

const ajv = addFormats(new Ajv({ strict: false }));
const schema = ajv.compile(factSchemas['TrustClosed.v1']);

const two = (max: number) => fc.nat({ max }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 1990, max: 2035 }).map(String);
const dateText = fc.oneof(
  year,
  fc.tuple(year, two(13)).map((parts) => parts.join('-')),
  fc.tuple(year, fc.integer({ min: 0, max: 5 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, two(13), two(32)).map((parts) => parts.join('-')),
  fc.constant('9999'),
  fc.constant('9999-12'),
  fc.string({ maxLength: 10 }),
);
const precision = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PRECISIONS) }, fc.constant('about'));
const occurrences = fc
  .tuple(
    fc.option(dateText, { nil: undefined }),
    fc.option(dateText, { nil: undefined }),
    fc.option(precision, { nil: undefined }),
  )
  .map(([occurredOn, occurredBy, exact]) => ({
    ...(occurredOn !== undefined && { occurredOn }),
    ...(occurredBy !== undefined && { occurredBy }),
    ...(exact !== undefined && { precision: exact }),
  }));

describe('a date', () => {
  it('is read exactly where its schema takes it, but for the order of its two days, which a schema cannot say', () => {
    fc.assert(
      fc.property(occurrences, (data) => {
        const problem = dateProblem(data);
        expect(problem === undefined || problem.fault === 'not-later').toBe(schema(data));
      }),
      { numRuns: 2000 },
    );
  });

  it('has a window that holds its own day, month, quarter or year and nothing outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 30_000 }), fc.constantFrom('month', 'quarter', 'year'), (day, kind) => {
        const text = formatDay(day);
        const quarter = `${text.slice(0, 4)}-Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`;
        const period = { month: text.slice(0, 7), quarter, year: text.slice(0, 4) }[kind];
        const window = windowOf({ occurredOn: period, precision: kind });
        expect(window).toEqual(periodWindow(period));
        const inside = (other: number): boolean => {
          const month = formatDay(other);
          const itsQuarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
          return (kind === 'quarter' ? itsQuarter : month.slice(0, period.length)) === period;
        };
        expect([window.earliest - 1, window.earliest, day, window.latest, window.latest + 1].map(inside)).toEqual([
          false,
          true,
          true,
          true,
          false,
        ]);
      }),
    );
  });
});
