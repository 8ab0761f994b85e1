import { countOf } from '../format/countOf';
import { instantInWords } from '../format/instantInWords';
import { numberInWords } from '../format/numberInWords';
import type { ImportedFile, ImportReport } from '../pagesData';
import type { Table } from './table';

export interface ImportSummary {
  /** `1,945 rows of 9 files read in on 24 November 2026 at 8:02am` */
  readonly text: string;
  readonly files: Table;
  /** Undefined where no row was refused. */
  readonly refusals: Table | undefined;
  readonly refusalsLeftOut: number;
}

/** What became of the rows of the data set; undefined where no import has finished. */
export function importSummary(report: ImportReport | undefined): ImportSummary | undefined {
  if (!report) return undefined;
  const { files, refusals } = report;
  const total = (count: (file: ImportedFile) => number): number => files.reduce((sum, file) => sum + count(file), 0);
  const rows = countOf(
    total((file) => file.rows),
    'row',
  );
  return {
    text: `${rows} of ${countOf(files.length, 'file')} read in on ${instantInWords(report.finishedAt)}`,
    files: fileTable(files),
    refusals: refusals.length === 0 ? undefined : refusalTable(refusals),
    refusalsLeftOut: total((file) => file.refused) - refusals.length,
  };
}

function fileTable(files: readonly ImportedFile[]): Table {
  const numeric = ['Rows', 'Recorded', 'There already', 'Nothing to record', 'Refused'];
  return {
    caption: 'What became of every row',
    head: [{ text: 'File' }, ...numeric.map((text) => ({ text, numeric: true }))],
    rows: files.map(({ file, rows, recorded, skipped, nothingToRecord, refused }) => ({
      cells: [
        { text: file },
        ...[rows, recorded, skipped, nothingToRecord, refused].map((count) => ({ text: numberInWords(count) })),
      ],
    })),
  };
}

function refusalTable(refusals: ImportReport['refusals']): Table {
  return {
    caption: 'Rows refused, of which nothing is recorded',
    head: [{ text: 'File' }, { text: 'Line', numeric: true }, { text: 'Column' }, { text: 'Reason' }],
    rows: refusals.map(({ file, line, column, reason }) => ({
      cells: [{ text: file }, { text: numberInWords(line) }, { text: column ?? 'Not applicable' }, { text: reason }],
    })),
  };
}
