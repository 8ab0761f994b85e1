import { RECORD_FILES } from '@milepost/public-record';
import type { RecordFile } from '@milepost/public-record';
import { bytesOf, shippedText } from '../../libs/public-record/testing/shippedText';

/** Rows of the shipped files that belong together: few enough to import in a blink, and one of every sort. */
const ROWS: Readonly<Record<RecordFile, RegExp>> = {
  'icbs.csv': /^(QT1|QUE|S1Y5D|QOP),/,
  'trusts.csv': /^(RX1|RGT|RW6|R0A|RM3|TAF|RQF),/,
  'trust_lists.csv': /^2022-03-17,[^,]*,(RX1|RGT),/,
  'trust_moves.csv': /^RGT,/,
  'trust_successions.csv': /^RW6,/,
  'statements.csv': /^(programme-end-2026|budget-2023-cut|minister-2022-coverage-90),/,
  'epr_milestones.csv': /^(rx1-|somerset-)/,
  'dma_assessments.csv': /^R0A,acute,/,
  'denominators.csv': /^2022-06-15,/,
};

/** A record of its own made of shipped rows, after `change` had its way with a file's text. */
export function smallRecord(
  change: (file: RecordFile, text: string) => string = (_, text) => text,
): ReadonlyMap<RecordFile, Uint8Array> {
  return new Map(RECORD_FILES.map((file) => [file, bytesOf(change(file, smallText(file)))]));
}

function smallText(file: RecordFile): string {
  const [header, ...rows] = shippedText(file).split('\n');
  return `${[header, ...rows.filter((row) => ROWS[file].test(row))].join('\n')}\n`;
}
