import { openForWriting } from '../tables/openViewsFile';
import { TABLES_FORM } from '../tables/schema';
import { VIEW_VERSIONS } from './viewSet';

/** SQLite's codes for a file that is damaged, and for one that is no database. */
const DAMAGED = new Set([11, 26]);

/** Whether a file holds the views of this program, every one in its version. Anything else is built anew: nothing is lost by it. */
export function isOfThisVersion(path: string): boolean {
  try {
    const db = openForWriting(path);
    try {
      const { user_version: form } = db.prepare('PRAGMA user_version').get() as { user_version: number };
      if (form !== TABLES_FORM) return false;
      const rows = db.prepare('SELECT name, version FROM view').all() as { name: string; version: string }[];
      return (
        rows.length === Object.keys(VIEW_VERSIONS).length &&
        rows.every(({ name, version }) => VIEW_VERSIONS[name] === version)
      );
    } finally {
      db.close();
    }
  } catch (error) {
    if (DAMAGED.has((error as { readonly sqliteCode?: number }).sqliteCode ?? 0)) return false;
    throw error;
  }
}
