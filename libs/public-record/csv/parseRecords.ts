import { parse } from 'csv-parse/sync';

/** A record of RFC 4180: cells without quotes, or quoted as a whole with every quote in them doubled. */
const RECORD = /^(?:[^",]*|"[^"]*(?:""[^"]*)*")(?:,(?:[^",]*|"[^"]*(?:""[^"]*)*"))*$/;

/** The cells of each record, without surrounding blanks; undefined for one whose quotes are wrong. Records are parsed together, which is fast. */
export function parseRecords(records: readonly string[]): (readonly string[] | undefined)[] {
  const whole = records.filter((record) => RECORD.test(record));
  if (whole.length === 0) return records.map(() => undefined);
  const parsed = parse(whole.join('\n'), { record_delimiter: '\n', relax_column_count: true });
  let next = 0;
  return records.map((record) => (RECORD.test(record) ? parsed[next++]?.map((cell) => cell.trim()) : undefined));
}
