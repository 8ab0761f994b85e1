import { CSV_LIMITS } from './csvLimits';
import type { Steps } from '../slices/steps';
import type { TextLine } from './decodeLines';
import { parseRecords } from './parseRecords';

/** A record as text, or a line that begins one and cannot be one. */
export interface RecordText {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly text: string;
  readonly utf8: boolean;
  /** Why it is no record. */
  readonly broken?: string;
}

/**
 * Groups lines into records: a record goes on while a quote is open. Blank lines between records are passed over.
 * A quote that nothing closes must not swallow the rows below it: where the lines up to the next quote do not make one record of
 * `columns` cells, or one of those between makes such a record by itself, its own line alone is broken, and reading goes on with
 * the next.
 */
export function* splitRecords(lines: readonly TextLine[], firstLine: number, columns: number): Steps<RecordText[]> {
  const records: RecordText[] = [];
  for (let index = firstLine - 1; index < lines.length;) {
    const { text, utf8 } = lines[index] as TextLine;
    const line = index + 1;
    const more = opensQuote(text) ? linesToTheClosing(lines, index, columns) : 0;
    if (more === undefined) records.push({ line, text, utf8, broken: 'A quote is opened and not closed.' });
    else if (more > 0) records.push(joined(lines, index, more));
    else if (text.trim() !== '') records.push({ line, text, utf8 });
    index += 1 + (more ?? 0);
    yield;
  }
  return records;
}

function opensQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

/** How many lines below this one its record has; undefined where they do not make a record. */
function linesToTheClosing(lines: readonly TextLine[], index: number, columns: number): number | undefined {
  const last = Math.min(lines.length, index + CSV_LIMITS.recordLines);
  for (let next = index + 1; next < last; next += 1) {
    const between = (lines[next] as TextLine).text;
    if (!opensQuote(between)) {
      if (isWhole(between, columns)) return undefined;
      continue;
    }
    const { text } = joined(lines, index, next - index);
    return isWhole(text, columns) ? next - index : undefined;
  }
  return undefined;
}

function isWhole(text: string, columns: number): boolean {
  return text.length <= CSV_LIMITS.recordLength && parseRecords([text])[0]?.length === columns;
}

function joined(lines: readonly TextLine[], index: number, more: number): RecordText {
  const group = lines.slice(index, index + more + 1);
  return {
    line: index + 1,
    text: group.map(({ text }) => text).join('\n'),
    utf8: group.every(({ utf8 }) => utf8),
  };
}
