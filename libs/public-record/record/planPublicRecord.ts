import type { Columns } from '../cells/readCells';
import type { CsvTable } from '../csv/csvTable';
import { readCsv } from '../csv/readCsv';
import type { FilePlan, Plan } from '../plan/plan';
import type { RowRules } from '../plan/planFile';
import { planFile } from '../plan/planFile';
import { denominatorNotes } from './denominatorNotes';
import { denominatorRules } from './denominatorRules';
import { dmaRules } from './dmaRules';
import { icbRules } from './icbRules';
import { milestoneRules } from './milestoneRules';
import { planTrustSuccessions, successionColumns } from './planTrustSuccessions';
import { recordCodes } from './recordCodes';
import type { RecordFile } from './recordFiles';
import { shippedFiles } from './shippedFiles';
import { statementRules } from './statementRules';
import { trustListRules } from './trustListRules';
import { trustMoveRules } from './trustMoveRules';
import { trustRules } from './trustRules';

export const PUBLIC_RECORD = 'public-record';

/**
 * Works out what the public record would record. `changed` puts other bytes in the place of a shipped file.
 * Codes are checked against the files, not against what was recorded so far, so an import that was cut off goes on as if it had not been.
 */
export function planPublicRecord(changed: ReadonlyMap<RecordFile, Uint8Array> = new Map()): Plan {
  const bytes = new Map([...shippedFiles(), ...changed]);
  const read = (file: RecordFile, columns: Columns): CsvTable =>
    readCsv(file, bytes.get(file) ?? new Uint8Array(), { header: true, required: Object.keys(columns) });
  const plan = <C extends Columns>(file: RecordFile, rules: RowRules<C>): FilePlan =>
    planFile(read(file, rules.columns), rules);

  const trusts = read('trusts.csv', trustRules.columns);
  const icbs = read('icbs.csv', icbRules.columns);
  const codes = recordCodes(trusts, icbs);
  const denominators = read('denominators.csv', denominatorRules.columns);
  return {
    dataSet: PUBLIC_RECORD,
    partOf: () => PUBLIC_RECORD,
    files: [
      planFile(icbs, icbRules),
      planFile(trusts, trustRules),
      plan('trust_lists.csv', trustListRules(codes)),
      plan('trust_moves.csv', trustMoveRules(codes)),
      planTrustSuccessions(read('trust_successions.csv', successionColumns(codes)), codes),
      plan('statements.csv', statementRules),
      plan('epr_milestones.csv', milestoneRules(codes)),
      plan('dma_assessments.csv', dmaRules(codes)),
      { ...planFile(denominators, denominatorRules), notes: denominatorNotes(denominators, trusts) },
    ],
  };
}
