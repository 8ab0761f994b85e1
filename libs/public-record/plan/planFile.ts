import type { Columns, ReadRow } from '../cells/readCells';
import { readRow } from '../cells/readCells';
import { RowRefused } from '../cells/rowRefused';
import type { CsvTable, RefusedRow } from '../csv/csvTable';
import { atOnce } from '../slices/steps';
import type { Steps } from '../slices/steps';
import type { FilePlan, RowPlan } from './plan';
import type { PlannedEvent } from './plannedEvent';

export type RowOutcome = readonly PlannedEvent[] | { readonly nothing: string };

/** How the rows of one kind of file become events. */
export interface RowRules<C extends Columns> {
  readonly columns: C;
  /** The keys that a row's cells name, the first of them unlike every other row's. */
  readonly keys: (cells: Readonly<Record<string, string>>) => readonly string[];
  /** Throws {@link RowRefused} where the cells do not go together. */
  readonly plan: (row: ReadRow<C>) => RowOutcome;
}

/** Checks every row of a file whole, and works out its events. Nothing of a refused row is left. */
export function planFile<C extends Columns>(table: CsvTable, rules: RowRules<C>): FilePlan {
  return atOnce(planFileInSteps(table, rules));
}

/** The same as {@link planFile}, to be interrupted after each row. */
export function* planFileInSteps<C extends Columns>(table: CsvTable, rules: RowRules<C>): Steps<FilePlan> {
  const taken = new Map<string, number>();
  const planned: (RowPlan | RefusedRow)[] = [...table.refused];
  for (const unread of table.rows) {
    const row = readRow(table.file, unread, rules.columns);
    if ('problems' in row) planned.push(row);
    else {
      const outcome = planRow(table.file, row, rules, taken);
      planned.push('problems' in outcome ? { ...outcome, cells: row.cells } : outcome);
    }
    yield;
  }
  return filePlan(table, planned, rules.keys);
}

/** Puts rows in the file's order, and the keys of the refused ones aside. */
export function filePlan(
  table: CsvTable,
  rows: readonly (RowPlan | RefusedRow)[],
  keys: RowRules<Columns>['keys'],
): FilePlan {
  return {
    file: table.file,
    rows: rows.toSorted((a, b) => a.line - b.line),
    refusedKeys: rows.flatMap((row) => ('cells' in row ? keys(row.cells) : [])),
    ...(table.unread && { unread: table.unread }),
  };
}

function planRow<C extends Columns>(
  file: string,
  row: ReadRow<C>,
  rules: RowRules<C>,
  taken: Map<string, number>,
): RowPlan {
  const { line } = row;
  try {
    const key = rules.keys(row.cells)[0] ?? '';
    const before = taken.get(key);
    if (before !== undefined) throw new RowRefused(undefined, `The row repeats ${key}, which line ${before} has.`);
    const outcome = rules.plan(row);
    taken.set(key, line);
    return 'nothing' in outcome ? { line, ...outcome } : { line, events: outcome };
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    const { column, message: reason } = error;
    return { line, problems: [{ file, line, ...(column === undefined ? {} : { column }), reason }] };
  }
}
