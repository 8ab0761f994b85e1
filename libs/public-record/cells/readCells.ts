import type { CsvRow, CsvTable, RefusedRow } from '../csv/csvTable';
import type { RowProblem } from '../csv/rowProblem';
import type { Cell } from './cell';
import { CellRefused } from './cellRefused';

/** What each column of a file holds. */
export type Columns = Readonly<Record<string, Cell<unknown>>>;

/** The cells of a row as they were read. */
export type Values<C extends Columns> = { readonly [Name in keyof C]: ReturnType<C[Name]> };

export interface ReadRow<C extends Columns> {
  readonly line: number;
  readonly values: Values<C>;
  /** The row's cells as text, further columns included. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Reads the cells of every row, see {@link readRow}. */
export function readCells<C extends Columns>(
  { file, rows: unread, refused: broken }: CsvTable,
  columns: C,
): { readonly rows: readonly ReadRow<C>[]; readonly refused: readonly RefusedRow[] } {
  const rows: ReadRow<C>[] = [];
  const refused: RefusedRow[] = [...broken];
  for (const unreadRow of unread) {
    const row = readRow(file, unreadRow, columns);
    if ('problems' in row) refused.push(row);
    else rows.push(row);
  }
  return { rows, refused };
}

/**
 * Reads the cells of a row. A row with a wrong cell is refused, with every wrong cell it has.
 * An optional column that the file does not have reads as empty.
 */
export function readRow<C extends Columns>(file: string, { line, cells }: CsvRow, columns: C): ReadRow<C> | RefusedRow {
  const problems: RowProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [column, cell] of Object.entries(columns)) {
    const reading = readCell(cell, cells[column] ?? '');
    if ('reason' in reading) problems.push({ file, line, column, reason: reading.reason });
    else values[column] = reading.value;
  }
  return problems.length > 0 ? { line, problems, cells } : { line, values: values as Values<C>, cells };
}

function readCell(cell: Cell<unknown>, text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: cell(text) };
  } catch (error) {
    if (error instanceof CellRefused) return { reason: error.message };
    throw error;
  }
}
