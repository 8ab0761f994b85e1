import { controlCharacterIn } from '@milepost/domain';
import { atOnce } from '../slices/steps';
import type { Steps } from '../slices/steps';
import { CSV_LIMITS } from './csvLimits';
import type { CsvLayout, CsvRow, CsvTable, RefusedRow } from './csvTable';
import { decodeLines } from './decodeLines';
import type { TextLine } from './decodeLines';
import { parseRecords } from './parseRecords';
import type { RowProblem } from './rowProblem';
import { readHeader } from './readHeader';
import { splitRecords } from './splitRecords';
import type { RecordText } from './splitRecords';

const LINE_FEED = 0x0a;
/** Records that are parsed together, which is faster than one by one and takes no longer than others can wait. */
const PARSED_TOGETHER = 100;

/**
 * Reads a CSV file: UTF-8 with or without byte order mark, comma, LF or CRLF, quotes as RFC 4180 has them.
 * A row of the wrong form is refused with its line and reason, and the rest goes in; a file whose columns are not the layout's,
 * or that is too large, is refused as a whole. Never throws, whatever the bytes are.
 */
export function readCsv(file: string, bytes: Uint8Array, layout: CsvLayout): CsvTable {
  return atOnce(readCsvInSteps(file, bytes, layout));
}

/** The same as {@link readCsv}, to be interrupted within the file. */
export function* readCsvInSteps(file: string, bytes: Uint8Array, layout: CsvLayout): Steps<CsvTable> {
  if (bytes.length > CSV_LIMITS.bytes) return unread(file, 0, `The file is larger than ${CSV_LIMITS.bytes} bytes.`);
  if (isUtf16(bytes)) return unread(file, 0, 'The file is UTF-16. Save it as "CSV UTF-8".');
  const ends = countLineEnds(bytes);
  if (ends > CSV_LIMITS.lines) return unread(file, ends, `The file has more than ${CSV_LIMITS.lines} lines. Split it.`);
  const lines = decodeLines(bytes);
  const header = layout.header ? readHeader(lines[0] as TextLine, layout) : { columns: layout.columns };
  const firstLine = layout.header ? 2 : 1;
  if ('reason' in header) return unread(file, rowsFrom(lines, firstLine), header.reason, header.column);
  const records = yield* splitRecords(lines, firstLine, header.columns.length);
  return yield* readRows(file, header.columns, records);
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function countLineEnds(bytes: Uint8Array): number {
  let ends = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) ends += 1;
  return ends;
}

function rowsFrom(lines: readonly TextLine[], firstLine: number): number {
  return lines.slice(firstLine - 1).filter(({ text }) => text.trim() !== '').length;
}

function unread(file: string, rows: number, reason: string, column?: string): CsvTable {
  const problem = { file, line: 1, ...(column === undefined ? {} : { column }), reason };
  return { file, columns: [], rows: [], refused: [], unread: { problem, rows } };
}

function* readRows(file: string, columns: readonly string[], records: readonly RecordText[]): Steps<CsvTable> {
  const rows: CsvRow[] = [];
  const refused: RefusedRow[] = [];
  for (let first = 0; first < records.length; first += PARSED_TOGETHER) {
    for (const [{ line }, cells, wrong] of readGroup(columns, records.slice(first, first + PARSED_TOGETHER))) {
      if (wrong === undefined) rows.push({ line, cells });
      else refused.push({ line, problems: [{ file, line, ...wrong }], cells });
    }
    yield;
  }
  return { file, columns, rows, refused };
}

function readGroup(columns: readonly string[], group: readonly RecordText[]) {
  const whole = group.filter(({ broken, text }) => broken === undefined && text.length <= CSV_LIMITS.recordLength);
  const parsed = new Map(parseRecords(whole.map(({ text }) => text)).map((cells, at) => [whole[at], cells]));
  return group.map((record) => {
    const list = parsed.get(record);
    const cells = named(columns, list ?? roughCells(record.text));
    return [record, cells, wrongRecord(record) ?? wrongCells(columns, record, list, cells)] as const;
  });
}

type Cells = Readonly<Record<string, string>>;
type Wrong = Pick<RowProblem, 'column' | 'reason'>;

function named(columns: readonly string[], cells: readonly string[]): Cells {
  return Object.fromEntries(columns.slice(0, cells.length).map((name, index) => [name, cells[index] as string]));
}

/** What the cells of a broken record may have been: enough to tell which row it was meant to be. */
function roughCells(text: string): string[] {
  if (text.length > CSV_LIMITS.recordLength) return [];
  return text.split(',').map((cell) => cell.replaceAll('"', '').trim());
}

function wrongRecord({ broken, text }: RecordText): Wrong | undefined {
  if (broken !== undefined) return { reason: broken };
  if (text.length <= CSV_LIMITS.recordLength) return undefined;
  return { reason: `The row is longer than ${CSV_LIMITS.recordLength} characters.` };
}

function wrongCells(
  columns: readonly string[],
  { utf8 }: RecordText,
  list: readonly string[] | undefined,
  cells: Cells,
): Wrong | undefined {
  if (list === undefined)
    return { reason: 'The quotes are wrong: a cell with a quote in it is quoted, its quotes doubled.' };
  if (!utf8) return { ...blame(cells, (cell) => cell.includes('\ufffd')), reason: 'A byte here is not UTF-8.' };
  if (list.length !== columns.length)
    return { reason: `The row has ${list.length} cells instead of ${columns.length}.` };
  const control = blame(cells, (cell) => controlCharacterIn(cell) !== undefined);
  if (control) {
    const character = controlCharacterIn(cells[control.column] ?? '') ?? '';
    return { ...control, reason: `The text holds ${character}, a control character, which no text can have.` };
  }
  const long = blame(cells, (cell) => cell.length > CSV_LIMITS.cellLength);
  return long && { ...long, reason: `The text is longer than ${CSV_LIMITS.cellLength} characters.` };
}

/** The first column whose cell is wrong. */
function blame(cells: Cells, wrong: (cell: string) => boolean): { readonly column: string } | undefined {
  const found = Object.entries(cells).find(([, cell]) => wrong(cell));
  return found && { column: found[0] };
}
