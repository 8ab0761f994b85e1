import { compactDayCell } from '../cells/compactDayCell';
import { knownCode } from '../cells/knownCode';
import { readCells } from '../cells/readCells';
import type { CsvTable } from '../csv/csvTable';
import { ODS_SOURCE } from '../plan/odsSource';
import type { FilePlan, RowPlan } from '../plan/plan';
import type { PlannedEvent } from '../plan/plannedEvent';
import { planSuccessions, successionMembers } from '../plan/planSuccessions';
import type { SuccessionRow } from '../plan/planSuccessions';
import { knownOn } from './odsTrustRules';
import type { KnownCodes } from './ownFileOptions';

export const ODS_SUCCESSION_COLUMNS = ['old_code', 'new_code', 'reason', 'date', 'flag'];

/**
 * succ.csv: who took over from whom, of organisations of every kind. Rows of other organisations have nothing to record.
 * A succession that the register holds already is not recorded again; one that it holds differently is refused.
 */
export function planOdsSuccessions(table: CsvTable, asAt: string, { trusts }: KnownCodes): FilePlan {
  const ours = table.rows.filter(({ cells }) => trusts.has(cells.old_code ?? ''));
  const others = table.rows.filter(({ cells }) => !trusts.has(cells.old_code ?? ''));
  const { rows, refused } = readCells(
    { ...table, rows: ours },
    {
      old_code: knownCode(trusts, 'in the register'),
      new_code: knownCode(trusts, 'in the register'),
      date: compactDayCell,
    },
  );
  const successions = rows.map(({ line, cells, values: { old_code, new_code, date } }) => ({
    line,
    cells,
    predecessor: old_code,
    successor: new_code,
    day: date,
    inferred: false,
    note: undefined,
  }));
  const plan = planSuccessions(table, successions, refused, {
    columns: { predecessor: 'old_code', day: 'date' },
    keys: ({ old_code }) => [`${old_code}/${asAt}`],
    event: (successors) => succeeded(successors, asAt),
  });
  const notOurs = others.map(({ line }): RowPlan => ({ line, nothing: 'The register holds no trust of this code.' }));
  return { ...plan, rows: [...plan.rows, ...notOurs].toSorted((a, b) => a.line - b.line) };
}

function succeeded(successors: readonly SuccessionRow[], asAt: string): PlannedEvent {
  const { predecessor, day } = successors[0] as SuccessionRow;
  const codes = new Set(successors.map(({ successor }) => successor));
  return {
    subject: `trust-${predecessor}`,
    type: 'TrustSucceeded.v1',
    key: `${predecessor}/${asAt}`,
    data: { occurredOn: day, precision: 'day', ...successionMembers(successors), source: ODS_SOURCE },
    public: knownOn(day, asAt),
    givesWayTo: (recorded) =>
      recorded.occurredOn === day && sameCodes(codes, recorded.successors) ? 'said-already' : 'contradicts',
  };
}

function sameCodes(codes: ReadonlySet<string>, recorded: unknown): boolean {
  const others: unknown[] = Array.isArray(recorded) ? recorded : [];
  return others.length === codes.size && others.every((other) => codes.has((other as { ods: string }).ods));
}
