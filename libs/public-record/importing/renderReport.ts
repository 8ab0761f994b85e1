import type { FileReport, ImportNote, ImportReport } from './importReport';

const COLUMNS = [
  ['file', 'file'],
  ['rows', 'rows'],
  ['recorded', 'recorded'],
  ['corrected', 'of these corrected'],
  ['skipped', 'there already'],
  ['nothingToRecord', 'nothing to record'],
  ['refused', 'refused'],
  ['notReached', 'not reached'],
] as const satisfies readonly (readonly [keyof FileReport, string])[];

/** A report for a terminal: a table of the files, then every refused row and every note on a line of its own. Ends with a line end. */
export function renderReport(report: ImportReport): string {
  const lines = [
    headline(report),
    '',
    ...table(report.files),
    ...section('Refused', report.refusals),
    ...section('Notes', report.notes),
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ dataSet, ledger, dryRun, events, stopped }: ImportReport): string {
  const what = `${dataSet} into ${ledger}`;
  if (stopped !== undefined) return `Import of ${what} stopped: ${stopped.reason} Run it again to go on.`;
  const counts = `${events.recorded} events recorded, ${events.corrected} corrected, ${events.skipped} there already`;
  return dryRun ? `Dry run of ${what}, nothing is written: ${counts}.` : `Import of ${what}: ${counts}.`;
}

function table(files: readonly FileReport[]): string[] {
  const rows = [COLUMNS.map(([, title]) => title), ...files.map((file) => COLUMNS.map(([name]) => String(file[name])))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

function section(title: string, items: readonly ImportNote[]): string[] {
  if (items.length === 0) return [];
  return ['', `${title}:`, ...items.map((item) => `  ${placeOf(item)}: ${printable(item.reason)}`)];
}

function placeOf({ file, line, column }: ImportNote): string {
  return [file, line, column]
    .filter((part) => part !== undefined)
    .map((part) => printable(String(part)))
    .join(':');
}

/** A file's content must not reach the terminal's controls. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
