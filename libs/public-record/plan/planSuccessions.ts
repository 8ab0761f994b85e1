import type { CsvTable, RefusedRow } from '../csv/csvTable';
import { present } from './present';
import type { FilePlan, RowPlan } from './plan';
import type { PlannedEvent } from './plannedEvent';
import { filePlan } from './planFile';

/** A row that names a trust and one that took over from it. */
export interface SuccessionRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly predecessor: string;
  readonly successor: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly inferred: boolean;
  readonly note: string | undefined;
}

export interface SuccessionRules {
  /** Names of the columns that hold predecessor and day, for refusals. */
  readonly columns: { readonly predecessor: string; readonly day: string };
  readonly event: (successors: readonly SuccessionRow[]) => PlannedEvent;
  readonly keys: (cells: Readonly<Record<string, string>>) => readonly string[];
}

/**
 * All successors of one trust are one event, so its rows stand or fall together: recording a part would say that the others are none.
 * The first row gives the event, the others have nothing to add.
 */
export function planSuccessions(
  table: CsvTable,
  rows: readonly SuccessionRow[],
  refused: readonly RefusedRow[],
  rules: SuccessionRules,
): FilePlan {
  const spoilt = new Map(refused.map(({ cells, line }) => [cells[rules.columns.predecessor], line]));
  const planned = [...byPredecessor(rows)].flatMap(([predecessor, group]) =>
    planGroup(table.file, group, spoilt.get(predecessor), rules),
  );
  return filePlan(table, [...refused, ...planned], rules.keys);
}

function byPredecessor(rows: readonly SuccessionRow[]): ReadonlyMap<string, readonly SuccessionRow[]> {
  const groups = new Map<string, SuccessionRow[]>();
  for (const row of rows) groups.set(row.predecessor, [...(groups.get(row.predecessor) ?? []), row]);
  return groups;
}

function planGroup(
  file: string,
  group: readonly SuccessionRow[],
  spoiltBy: number | undefined,
  rules: SuccessionRules,
): (RowPlan | RefusedRow)[] {
  const refuse = ({ line, cells }: SuccessionRow, reason: string, column?: string): RefusedRow => ({
    line,
    cells,
    problems: [{ file, line, ...(column === undefined ? {} : { column }), reason }],
  });
  const first = group[0] as SuccessionRow;
  if (spoiltBy !== undefined) {
    const reason = `Line ${spoiltBy} of the same trust was refused, and all its successors are one event.`;
    return group.map((row) => refuse(row, reason));
  }
  const days = new Set(group.map(({ day }) => day));
  if (days.size > 1) {
    const reason = `The successors of one trust are one event, on one day; here are ${[...days].join(', ')}.`;
    return group.map((row) => refuse(row, reason, rules.columns.day));
  }
  const successors = group.filter((row, at) => group.findIndex((other) => other.successor === row.successor) === at);
  return group.map((row) => {
    if (row === first) return { line: row.line, events: [rules.event(successors)] };
    if (successors.includes(row)) return { line: row.line, nothing: `Recorded with line ${first.line}.` };
    return refuse(row, `The row repeats ${row.predecessor} to ${row.successor}.`);
  });
}

/** The data of a succession but for its dates. Which of several rows is inferred stands with its successor. */
export function successionMembers(successors: readonly SuccessionRow[]) {
  return {
    ...(successors.length > 1 ? { how: 'split' } : {}),
    successors: successors.map(({ successor, inferred, note }) =>
      present({ ods: successor, inferred: inferred ? true : undefined, note }),
    ),
    ...(successors.every(({ inferred }) => inferred) ? { inferred: true } : {}),
  };
}
