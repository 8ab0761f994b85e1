import type { RowProblem } from '../csv/rowProblem';
import type { PlannedEvent } from './plannedEvent';

/** What one row of a file comes to. */
export type RowPlan =
  | { readonly line: number; readonly events: readonly PlannedEvent[] }
  /** Checked, and nothing to record: why. */
  | { readonly line: number; readonly nothing: string }
  | { readonly line: number; readonly problems: readonly RowProblem[] };

export interface FilePlan {
  readonly file: string;
  /** In the file's order. */
  readonly rows: readonly RowPlan[];
  /** Keys that refused rows would have given: those are not gone from the file. */
  readonly refusedKeys: readonly string[];
  /** Set where the file as a whole was refused: it has no rows here, and this many were not looked at. */
  readonly unread?: { readonly problem: RowProblem; readonly rows: number };
  /** What the checks found that refuses no row. */
  readonly notes?: readonly RowProblem[];
}

/** What an import would record, worked out from the files alone: neither clock nor ledger is asked. */
export interface Plan {
  readonly dataSet: string;
  /** In the order in which their events go in on the same day. */
  readonly files: readonly FilePlan[];
  /**
   * Which part of the data set a key belongs to. A key that an earlier import recorded and these files do not have is gone only if
   * they have others of its part: next year's assessments do not make this year's disappear.
   */
  readonly partOf: (key: string) => string;
  /** Which subjects the files could speak of at all, where that is not every one. */
  readonly speaksOf?: (subject: string) => boolean;
}
