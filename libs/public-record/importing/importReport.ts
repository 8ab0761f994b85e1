import type { RowProblem } from '../csv/rowProblem';
import type { PlannedEvent } from '../plan/plannedEvent';

/** What became of the rows of one file. `rows` is the sum of recorded, skipped, nothingToRecord, refused and notReached. */
export interface FileReport {
  readonly file: string;
  readonly rows: number;
  /** Rows that gave at least one new event, corrections included. */
  readonly recorded: number;
  /** Of those, rows that corrected something. */
  readonly corrected: number;
  /** Rows that were in the record already. */
  readonly skipped: number;
  /** Rows that were checked and have nothing to record. */
  readonly nothingToRecord: number;
  readonly refused: number;
  /** Rows that the run did not come to before it was stopped. */
  readonly notReached: number;
}

/** Something worth knowing that refuses no row. */
export interface ImportNote extends Omit<RowProblem, 'line'> {
  /** Line in the file; absent for what is in the record and in no file. */
  readonly line?: number;
}

/** A row that gave something new, and what. */
export interface PlannedRow {
  readonly line: number;
  readonly outcome: 'recorded' | 'corrected';
  readonly events: readonly Pick<PlannedEvent, 'subject' | 'type' | 'data'>[];
}

/** What became of an import. Of a dry run: what would become of it. Plain data, safe to send as JSON. */
export interface ImportReport {
  readonly dataSet: string;
  readonly ledger: string;
  readonly dryRun: boolean;
  /** Milliseconds since 1970, by the clock handed in. */
  readonly finishedAt: number;
  readonly files: readonly FileReport[];
  /** Every refused row, and every file that was refused as a whole. */
  readonly refusals: readonly RowProblem[];
  readonly notes: readonly ImportNote[];
  /** The first rows that gave something new, where they were asked for. */
  readonly rows?: readonly PlannedRow[];
  /** Events: new facts, corrections, and what was there already. */
  readonly events: { readonly recorded: number; readonly corrected: number; readonly skipped: number };
  /** Set where the run ended before its end. Running it again goes on where it stopped. */
  readonly stopped?: { readonly reason: string; readonly cause: 'store' | 'asked' };
}
