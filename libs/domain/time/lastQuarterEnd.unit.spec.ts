import { formatDay, parseDay } from './day';
import type { Day } from './day';
import { lastQuarterEnd } from './lastQuarterEnd';

it.each([
  ['2026-11-24', '2026-09-30'],
  ['2026-09-30', '2026-09-30'],
  ['2026-09-29', '2026-06-30'],
  ['2026-10-01', '2026-09-30'],
  ['2024-04-01', '2024-03-31'],
  ['2024-03-30', '2023-12-31'],
  ['2026-06-29', '2026-03-31'],
])('of %s is %s', (day, end) => {
  expect(formatDay(lastQuarterEnd(parseDay(day) as Day))).toBe(end);
});
