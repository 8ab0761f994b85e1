/** Why a row, or a whole file, was refused. */
export interface RowProblem {
  readonly file: string;
  /** Line in the file, from 1, the header line counted. */
  readonly line: number;
  /** Name of the column, where one is to blame. */
  readonly column?: string;
  /** A sentence that says what would be right. */
  readonly reason: string;
}
