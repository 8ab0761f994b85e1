import type { TrustRow } from '@milepost/views';
import { typeColumn } from './typeColumn';

const listed = (occurredOn: string) => ({ type: 'TrustObserved.v1', data: { occurredOn } });
const ENTRIES: Readonly<Record<number, object>> = {
  1: listed('2023-11-15'),
  2: listed('2023-12-01'),
  3: listed('2025-05-01'),
  4: { type: 'TrustTypeChanged.v1', data: { occurredOn: '2024-04-01' } },
  5: { type: 'FactCorrected.v1', data: { occurredOn: '2023-11-16', corrects: { type: 'TrustObserved.v1' } } },
};
const visit = { context: { reader: () => ({ entry: (sequence: number) => ENTRIES[sequence] }) } } as never;

const shown = (...whys: readonly number[]) => {
  const trusts = whys.map((why) => ({ type: { value: why < 0 ? undefined : 'acute', why } }) as TrustRow);
  const { heading, cellOf } = typeColumn(trusts, visit);
  const cells = trusts.map(cellOf).map(({ text, notes = [] }) => [text, ...notes.map((note) => note as string)]);
  return [heading, ...cells.map((parts) => parts.join(', '))];
};

it.each<[string, readonly number[], readonly string[]]>([
  ['one year of every list, corrected or not, in the heading', [1, 2, 5], ['Type in 2023', 'Acute', 'Acute', 'Acute']],
  ['what is not known says nothing of a year', [1, -1], ['Type in 2023', 'Acute', 'Not known']],
  ['two years beside each', [1, 3], ['Type', 'Acute, listed in 2023', 'Acute, listed in 2025']],
  ['a change of type is no list', [1, 4], ['Type', 'Acute, listed in 2023', 'Acute']],
  ['no list at all', [4, -1], ['Type', 'Acute', 'Not known']],
])('%s', (_, whys, expected) => {
  expect(shown(...whys)).toEqual(expected);
});
