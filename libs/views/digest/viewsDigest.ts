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

const joined = (...columns: string[]): string => `group_concat(${columns.join(` || ' ' || `)}, char(10))`;

/** Of one subject, all rows of a table in one text: built by SQLite, so that a million rows are a few hundred texts. */
const OF_SUBJECT = [
  `SELECT ${joined(
    ...['seq', 'fact', 'mark', 'shows', 'content', 'topic', `coalesce(${word('type')}, '')`, 'd_lo', 'd_hi', 'rank'],
    ...['pub', 'k_end', 'p_end', 'facts', 'reports'],
  )} FROM (SELECT * FROM link WHERE about = ? ORDER BY seq)`,
  `SELECT ${joined('seq', 'data')} FROM (SELECT * FROM content WHERE about = ? ORDER BY seq)`,
  `SELECT ${joined(
    ...['seq', word('framework'), word('version'), word('setting'), word('assurance'), 'restated', 'scores'],
  )} FROM (SELECT * FROM assessment WHERE about = ? ORDER BY seq)`,
];

const LANES = `SELECT DISTINCT w.id, w.text, o.axis FROM word w JOIN span_open o ON o.rule = w.id ORDER BY w.text, o.axis`;
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
  const lanes = rowsOf(db, LANES) as [rule: number, text: string, axis: number][];
  const spans = OF_LANE.map((sql) => rowsOnly(db, sql));
  for (const [rule, text, axis] of lanes) {
    hash.update(`\f${text} ${axis}\n`);
    for (const [id, subject] of subjects) {
      const texts = spans.map((statement) => (statement.get(rule, axis, id) as [string | null])[0]);
      if (texts[0] !== null) hash.update(`${subject}\n${texts.join('\f')}\n`);
    }
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
