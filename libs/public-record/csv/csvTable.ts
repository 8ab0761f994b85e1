import type { RowProblem } from './rowProblem';

/** A row whose form is right: as many cells as columns, each of them text. Nothing is said yet about what they hold. */
export interface CsvRow {
  readonly line: number;
  /** By column name; surrounding blanks are gone. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A file's rows. Every row is either in `rows` or in `refused`. */
export interface CsvTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly refused: readonly RefusedRow[];
  /** Set where the file as a whole was refused: then it has no rows, and this many were not looked at. */
  readonly unread?: { readonly problem: RowProblem; readonly rows: number };
}

/** A row that was refused, with the cells as far as they could be told apart. */
export interface RefusedRow {
  readonly line: number;
  readonly problems: readonly RowProblem[];
  readonly cells: Readonly<Record<string, string>>;
}

/** Which columns a file has. */
export type CsvLayout =
  | {
      readonly header: true;
      readonly required: readonly string[];
      readonly optional?: readonly string[];
      /** Whether a file may have further columns of this name. */
      readonly further?: (name: string) => boolean;
    }
  /** No header line: the columns in their order. */
  | { readonly header: false; readonly columns: readonly string[] };
