import type { RowProblem } from '../csv/rowProblem';
import type { EventInOrder } from '../plan/inOrder';
import type { FilePlan, Plan, RowPlan } from '../plan/plan';
import type { FileReport, ImportReport, PlannedRow } from './importReport';

export type EventOutcome = 'recorded' | 'corrected' | 'skipped' | 'nothing';

/** Counts what became of rows, by what became of their events. */
export class RowTally {
  private readonly pending = new Map<RowPlan, number>();
  private readonly outcomes = new Map<RowPlan, Set<EventOutcome>>();
  private readonly refusedRows = new Map<RowPlan, RowProblem>();
  private readonly counts = { recorded: 0, corrected: 0, skipped: 0, nothing: 0 };

  constructor(private readonly plan: Plan) {
    for (const { rows } of plan.files) {
      for (const row of rows) this.pending.set(row, 'events' in row ? row.events.length : 0);
    }
  }

  get events(): ImportReport['events'] {
    const { recorded, corrected, skipped } = this.counts;
    return { recorded, corrected, skipped };
  }

  /** An event of a row has come to this. */
  add(row: RowPlan, outcome: EventOutcome): void {
    this.pending.set(row, (this.pending.get(row) ?? 0) - 1);
    this.outcomes.set(row, (this.outcomes.get(row) ?? new Set()).add(outcome));
    this.counts[outcome] += 1;
  }

  /** A row that is right by itself and cannot be taken into this record. */
  refuse({ file, row }: EventInOrder, reason: string): void {
    this.refusedRows.set(row, { file, line: row.line, reason });
  }

  isRefused(row: RowPlan): boolean {
    return this.refusedRows.has(row);
  }

  refusals(): RowProblem[] {
    return this.plan.files.flatMap(({ rows, unread }) => [
      ...(unread ? [unread.problem] : []),
      ...rows.flatMap((row) => ('problems' in row ? row.problems : (this.refusedRows.get(row) ?? []))),
    ]);
  }

  /** The first `most` rows that gave something new, in the files' order. */
  newRows(most: number): PlannedRow[] {
    const rows = this.plan.files.flatMap((file) => file.rows);
    return rows
      .flatMap((row): PlannedRow[] => {
        const outcome = this.rowOutcome(row);
        if (!('events' in row) || (outcome !== 'recorded' && outcome !== 'corrected')) return [];
        const events = row.events.map(({ subject, type, data }) => ({ subject, type, data }));
        return [{ line: row.line, outcome, events }];
      })
      .slice(0, most);
  }

  files(): FileReport[] {
    return this.plan.files.map((file) => this.fileReport(file));
  }

  private fileReport({ file, rows, unread }: FilePlan): FileReport {
    const came = rows.map((row) => this.rowOutcome(row));
    const count = (...outcomes: readonly RowOutcome[]) => came.filter((outcome) => outcomes.includes(outcome)).length;
    const notRead = unread?.rows ?? 0;
    return {
      file,
      rows: rows.length + notRead,
      recorded: count('recorded', 'corrected'),
      corrected: count('corrected'),
      skipped: count('skipped'),
      nothingToRecord: count('nothing'),
      refused: count('refused') + notRead,
      notReached: count('not-reached'),
    };
  }

  private rowOutcome(row: RowPlan): RowOutcome {
    if ('problems' in row || this.isRefused(row)) return 'refused';
    if ((this.pending.get(row) ?? 0) > 0) return 'not-reached';
    const outcomes = this.outcomes.get(row) ?? new Set<EventOutcome>();
    return (['corrected', 'recorded', 'skipped'] as const).find((outcome) => outcomes.has(outcome)) ?? 'nothing';
  }
}

type RowOutcome = EventOutcome | 'refused' | 'not-reached';
