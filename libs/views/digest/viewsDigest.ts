import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** A number that stands for a text in this file only is shown as the text. */
const word = (column: string): string => `(SELECT text FROM word WHERE id = ${column})`;

const VIEWS = `SELECT name || ' ' || version || ' ' || next FROM view ORDER BY name`;
const UNREAD = `SELECT seq || ' ' || reason FROM unread ORDER BY seq`;
const DISPUTES = `SELECT seq || ' ' || fact || ' ' || pub FROM dispute ORDER BY seq`;
const RESOLUTIONS = `SELECT seq || ' ' || dispute || ' ' || pub FROM resolution ORDER BY seq`;
const SUBJECTS = `SELECT id, kind || '-' || name || ' ' || last FROM subject ORDER BY kind, name`;

const joined = (...columns: string[]): string => `group_concat(concat_ws(' ', ${columns.join(', ')}), char(10))`;

/** Of one subject, all rows of a table in one text: built by SQLite, so that a million rows are a few hundred texts. */
const OF_SUBJECT = [
  `SELECT ${joined(
    ...['seq', 'fact', 'mark', 'shows', 'content', 'topic', word('type'), 'd_lo', 'd_hi', 'rank'],
    ...['pub', 'k_end', 'p_end', 'facts', 'reports', 'reach', 'data'],
  )} FROM (SELECT * FROM link WHERE about = ? ORDER BY seq)`,
  `SELECT ${joined(
    ...['seq', word('series'), 'restated'],
  )} FROM (SELECT * FROM assessment WHERE about = ? ORDER BY seq)`,
];

const LANES = `SELECT o.rule, o.axis, o.about, w.text || ' ' || o.axis || ' ' || s.kind || '-' || s.name AS lane
  FROM (SELECT DISTINCT rule, axis, about FROM span_open) o JOIN word w ON w.id = o.rule JOIN subject s ON s.id = o.about
  ORDER BY lane`;
const OF_LANE = [
  `SELECT ${joined('d0', 'k0', word('level'), 'why')} FROM (
    SELECT * FROM span_open WHERE rule = ? AND axis = ? AND about = ? ORDER BY d0)`,
  `SELECT ${joined('k1', 'd0', 'd1', 'k0', word('level'), 'why')} FROM (
    SELECT * FROM span_closed WHERE rule = ? AND axis = ? AND about = ? ORDER BY k1, d0)`,
];

/**
 * Lower-case hex SHA-256 over everything that a views file says, in an order and in words that do not depend on how it
 * came to be written: live in whatever batches, or built at once. Equal digests are equal answers.
 */
export function viewsDigest(db: DatabaseSyncInstance): string {
  const hash = createHash('sha256');
  for (const sql of [VIEWS, UNREAD, DISPUTES, RESOLUTIONS]) addRows(hash, db, sql);
  const subjects = rowsOf(db, SUBJECTS) as [id: number, text: string][];
  const statements = OF_SUBJECT.map((sql) => rowsOnly(db, sql));
  for (const [id, text] of subjects) {
    hash.update(`\f${text}\n`);
    for (const statement of statements) addText(hash, statement.get(id));
  }
  const spans = OF_LANE.map((sql) => rowsOnly(db, sql));
  for (const [rule, axis, about, lane] of rowsOf(db, LANES) as [number, number, number, string][]) {
    hash.update(`\f${lane}\n`);
    for (const statement of spans) addText(hash, statement.get(rule, axis, about));
  }
  return hash.digest('hex');
}

function addRows(hash: Hash, db: DatabaseSyncInstance, sql: string): void {
  hash.update('\f');
  for (const row of rowsOf(db, sql)) addText(hash, row);
}

function addText(hash: Hash, row: unknown): void {
  hash.update(`${(row as [string | null])[0] ?? ''}\n`);
}

function rowsOf(db: DatabaseSyncInstance, sql: string): unknown[] {
  return rowsOnly(db, sql).all();
}

function rowsOnly(db: DatabaseSyncInstance, sql: string) {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}
