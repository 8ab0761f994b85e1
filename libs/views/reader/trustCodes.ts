import type { OpenFile } from './openFile';

/** ODS codes of all trusts that the file knows, by subject. */
export function codesOfTrusts(file: OpenFile): Map<number, string> {
  return new Map(file.rows<[number, string]>(`SELECT id, name FROM subject WHERE kind = 'trust'`));
}
