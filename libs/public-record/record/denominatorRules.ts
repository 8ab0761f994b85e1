import { dayCell } from '../cells/dayCell';
import { numberCell } from '../cells/numberCell';
import { optional } from '../cells/optional';
import { RowRefused } from '../cells/rowRefused';
import { textCell } from '../cells/textCell';
import type { RowRules } from '../plan/planFile';

const count = numberCell(0, 10_000);
export const denominatorColumns = {
  as_of: dayCell,
  nhs_trusts_england: count,
  care_trusts_england: count,
  total: count,
  published_denominator: optional(count),
  published_denominator_source_or_note: optional(textCell),
};

/** denominators.csv: a check of the lifetimes in trusts.csv, never recorded. */
export const denominatorRules: RowRules<typeof denominatorColumns> = {
  columns: denominatorColumns,
  keys: ({ as_of = '' }) => [as_of],
  plan: ({ values: { nhs_trusts_england, care_trusts_england, total } }) => {
    if (nhs_trusts_england + care_trusts_england !== total) {
      throw new RowRefused('total', 'The total is not the sum of NHS trusts and care trusts.');
    }
    return { nothing: 'Checked against the lifetimes in trusts.csv.' };
  },
};
