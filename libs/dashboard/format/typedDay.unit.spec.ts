import { typedDay } from './typedDay';

it.each([
  ['24/11/2026', '2026-11-24'],
  [' 4 3 2026 ', '2026-03-04'],
  ['04-03-2026', '2026-03-04'],
  ['4.3.2026', '2026-03-04'],
  ['24 November 2026', '2026-11-24'],
  ['1  sep 2026', '2026-09-01'],
  ['2026-11-24', '2026-11-24'],
  ['29/2/2024', '2024-02-29'],
])('reads %j', (text, day) => {
  expect(typedDay(text)).toBe(day);
});

it.each(['', 'yesterday', '29/2/2026', '31/6/2026', '24/13/2026', '24/11/26', '24 Novembre 2026', '24 0 2026', '1/1'])(
  'takes %j for no day',
  (text) => {
    expect(typedDay(text)).toBeUndefined();
  },
);
