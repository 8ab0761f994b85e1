import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** The statements of a reader. Each answers from an index or the primary key, and gives rows as arrays. */
export type EntryStatements = ReturnType<typeof entryStatements>;

const COLUMNS = 'sequence, stream, revision, id, type, recorded_at, previous, data, metadata';
const EXAMINED = 'sequence, stream, type, actor';

export function entryStatements(database: DatabaseSyncInstance) {
  const rows = (sql: string): StatementSyncInstance => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  /** Candidates of a page in one order; `?` are what the column must be, the bounds, and the most to look at. */
  const examine = (column: string, bound: string, order: 'ASC' | 'DESC'): StatementSyncInstance =>
    rows(
      `SELECT ${EXAMINED} FROM entries WHERE ${column} = ? AND ${bound} >= ? AND ${bound} < ? ` +
        `ORDER BY ${bound} ${order} LIMIT ?`,
    );
  const inOrder = (order: 'ASC' | 'DESC'): StatementSyncInstance =>
    rows(`SELECT ${EXAMINED} FROM entries WHERE sequence >= ? AND sequence < ? ORDER BY sequence ${order} LIMIT ?`);
  return {
    size: rows('SELECT size FROM ledger'),
    entry: rows(`SELECT ${COLUMNS} FROM entries WHERE sequence = ?`),
    entriesFrom: rows(`SELECT ${COLUMNS} FROM entries WHERE sequence >= ? ORDER BY sequence LIMIT ?`),
    scan: rows(
      'SELECT sequence, stream, revision, id, type, recorded_at, data, metadata FROM entries ' +
        'WHERE sequence >= ? ORDER BY sequence LIMIT ?',
    ),
    rawFrom: rows(
      'SELECT sequence, entry, substr(hashes, 1, 32) FROM entries WHERE sequence >= ? ORDER BY sequence LIMIT ?',
    ),
    sequenceById: rows('SELECT sequence FROM entries WHERE id = ? ORDER BY sequence LIMIT 1'),
    byId: rows(`SELECT ${COLUMNS} FROM entries WHERE id = ? ORDER BY sequence LIMIT 1`),
    byRevision: rows('SELECT sequence FROM entries WHERE stream = ? AND revision = ?'),
    lastOfStream: rows(`SELECT ${COLUMNS} FROM entries WHERE stream = ? ORDER BY revision DESC LIMIT 1`),
    recordedAt: rows('SELECT recorded_at FROM entries WHERE sequence = ?'),
    ofStream: { ASC: examine('stream', 'revision', 'ASC'), DESC: examine('stream', 'revision', 'DESC') },
    ofType: { ASC: examine('type', 'sequence', 'ASC'), DESC: examine('type', 'sequence', 'DESC') },
    ofActor: { ASC: examine('actor', 'sequence', 'ASC'), DESC: examine('actor', 'sequence', 'DESC') },
    ofAll: { ASC: inOrder('ASC'), DESC: inOrder('DESC') },
  };
}
