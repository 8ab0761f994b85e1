import { CSV_LIMITS } from './csvLimits';
import type { CsvLayout } from './csvTable';
import type { TextLine } from './decodeLines';
import { parseRecords } from './parseRecords';

export type Header = { readonly columns: readonly string[] } | { readonly column?: string; readonly reason: string };

/** Reads the header line: every required column once, in any order, and none that the layout does not know. */
export function readHeader(line: TextLine, layout: Extract<CsvLayout, { header: true }>): Header {
  if (!line.utf8) return { reason: 'The header line is not UTF-8. Save the file as UTF-8.' };
  if (line.text.length > CSV_LIMITS.recordLength) return { reason: 'The header line is too long.' };
  if (line.text.trim() === '') return { reason: 'The first line has no column names.' };
  const [columns] = parseRecords([line.text]);
  return columns ? checkNames(columns, layout) : { reason: 'The header line is no list of column names.' };
}

function checkNames(columns: readonly string[], layout: Extract<CsvLayout, { header: true }>): Header {
  if (columns.length > CSV_LIMITS.columns) return { reason: `There are more than ${CSV_LIMITS.columns} columns.` };
  const known = new Set([...layout.required, ...(layout.optional ?? [])]);
  const unknown = columns.find((name) => !known.has(name) && layout.further?.(name) !== true);
  if (unknown !== undefined) {
    return { column: shortened(unknown), reason: `There is no such column here; known are ${[...known].join(', ')}.` };
  }
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return { column: twice, reason: 'The column is there twice.' };
  const missing = layout.required.find((name) => !columns.includes(name));
  return missing === undefined ? { columns } : { column: missing, reason: 'The column is missing.' };
}

/** A file of another kind can have anything for a header. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
