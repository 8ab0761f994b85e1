import { fromColumnText } from '../tables/columnText';
import type { OpenFile } from './openFile';

/** ODS codes of all trusts that the file knows, by subject. */
export function codesOfTrusts(file: OpenFile): Map<number, string> {
  const rows = file.rows<[number, string]>(`SELECT id, name FROM subject WHERE kind = 'trust'`);
  return new Map(rows.map(([id, name]) => [id, fromColumnText(name)]));
}
