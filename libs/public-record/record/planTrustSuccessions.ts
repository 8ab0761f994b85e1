import { dayCell } from '../cells/dayCell';
import { knownCode } from '../cells/knownCode';
import { oneOf } from '../cells/oneOf';
import { optional } from '../cells/optional';
import { readCells } from '../cells/readCells';
import { textCell } from '../cells/textCell';
import type { CsvTable } from '../csv/csvTable';
import { ODS_SOURCE } from '../plan/odsSource';
import type { FilePlan } from '../plan/plan';
import type { PlannedEvent } from '../plan/plannedEvent';
import { planSuccessions, successionMembers } from '../plan/planSuccessions';
import type { SuccessionRow } from '../plan/planSuccessions';
import { onItsDay } from './onItsDay';
import type { RecordCodes } from './recordCodes';

export const successionColumns = ({ trusts }: RecordCodes) => ({
  predecessor: knownCode(trusts, 'in trusts.csv'),
  successor: knownCode(trusts, 'in trusts.csv'),
  effective_on: dayCell,
  basis: oneOf(['ods', 'inferred']),
  note: optional(textCell),
});

/** trust_successions.csv: one event a predecessor, on the day as given, which for some is the last day of the predecessor's life. */
export function planTrustSuccessions(table: CsvTable, codes: RecordCodes): FilePlan {
  const { rows, refused } = readCells(table, successionColumns(codes));
  const successions = rows.map(({ line, cells, values }) => ({
    line,
    cells,
    predecessor: values.predecessor,
    successor: values.successor,
    day: values.effective_on,
    inferred: values.basis === 'inferred',
    note: values.note,
  }));
  return planSuccessions(table, successions, refused, {
    columns: { predecessor: 'predecessor', day: 'effective_on' },
    keys: ({ predecessor = '' }) => [predecessor],
    event: succeeded,
  });
}

function succeeded(successors: readonly SuccessionRow[]): PlannedEvent {
  const { predecessor, day } = successors[0] as SuccessionRow;
  const sourced = successors.some(({ inferred }) => !inferred) ? { source: ODS_SOURCE } : {};
  return {
    subject: `trust-${predecessor}`,
    type: 'TrustSucceeded.v1',
    key: predecessor,
    ...onItsDay(day, { ...successionMembers(successors), ...sourced }),
  };
}
