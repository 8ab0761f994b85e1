import { numbersIn } from './numbersIn';

it.each<[string, readonly number[]]>([
  ['205 trusts counted, 3 fewer than the 208 used', [205, 3, 208]],
  ['Between 115 and 1,117 of 205 trusts on 31 March 2026; for 2 it is not known', [115, 1117, 205, 2]],
  ['205 from 1 to 30 June 2025, of the type acute in 2023', [205]],
  ['210 from 26 October 2014 to 5 November 2025 at 9:40am', [210]],
  ['fell from 213 in November 2021 to 202', [213, 202]],
  ['10% to 30.5%', [10, 30.5]],
  ['from £2.6 billion to £85 million', [2600, 85]],
  ['−3', [-3]],
  ['+1', [1]],
  ['2,025 entries and 2.16', [2025, 2.16]],
  ['RX1, Y60, 2gether and 2023/24', []],
  ['Not known', []],
])('reads %j', (text, numbers) => {
  expect(numbersIn(text).map(({ value }) => value)).toEqual(numbers);
});

it('knows how far a number can have been rounded', () => {
  expect(numbersIn('90% 2.16 £1.9 billion').map(({ slack }) => Number(slack.toFixed(4)))).toEqual([0.5, 0.005, 50]);
});
