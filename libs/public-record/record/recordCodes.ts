import type { CsvTable } from '../csv/csvTable';

/** The codes that rows may name: those in the record's own files, whether or not their row is taken. */
export interface RecordCodes {
  readonly trusts: ReadonlySet<string>;
  readonly icbs: ReadonlySet<string>;
}

/** Collects the codes of trusts.csv and icbs.csv. */
export function recordCodes(trusts: CsvTable, icbs: CsvTable): RecordCodes {
  return { trusts: codesIn(trusts, 'ods_code'), icbs: codesIn(icbs, 'icb_code') };
}

function codesIn({ rows, refused }: CsvTable, column: string): ReadonlySet<string> {
  return new Set([...rows, ...refused].map(({ cells }) => cells[column]).filter((code) => code !== undefined));
}
