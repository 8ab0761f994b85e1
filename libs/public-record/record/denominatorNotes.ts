import { parseDay } from '@milepost/domain';
import { readCells } from '../cells/readCells';
import type { CsvTable } from '../csv/csvTable';
import type { RowProblem } from '../csv/rowProblem';
import { denominatorColumns } from './denominatorRules';

/**
 * What the check of denominators.csv finds: a count that the lifetimes in trusts.csv do not give, and a published
 * number that differs from the count. English trusts only; the first and the last day of a life count.
 */
export function denominatorNotes(denominators: CsvTable, trusts: CsvTable): RowProblem[] {
  const { file } = denominators;
  return readCells(denominators, denominatorColumns).rows.flatMap(({ line, values }) => {
    const { as_of, total, published_denominator: published } = values;
    const counted = countOpen(trusts, as_of);
    const notes: RowProblem[] = [];
    if (counted !== total) {
      const reason = `On ${as_of} the lifetimes in trusts.csv give ${counted} trusts, not ${total}.`;
      notes.push({ file, line, column: 'total', reason });
    }
    if (published !== undefined && published !== counted) {
      const reason = `On ${as_of} ${published} was published where ${counted} are counted.`;
      notes.push({ file, line, column: 'published_denominator', reason });
    }
    return notes;
  });
}

function countOpen(trusts: CsvTable, day: string): number {
  return trusts.rows.filter(({ cells: { country, opened_on = '', closed_on = '' } }) => {
    const dated = [opened_on, closed_on].every((cell) => cell === '' || parseDay(cell) !== undefined);
    return dated && country === 'England' && opened_on <= day && (closed_on === '' || closed_on >= day);
  }).length;
}
