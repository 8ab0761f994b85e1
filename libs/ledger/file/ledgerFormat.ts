/** Kept in `user_version`. A program opens files of its own number only. */
export const LEDGER_FORMAT = 1;

/**
 * One file a ledger and replica. Rows are only ever added; `ledger` says how far the file reaches and where in `$all` the last
 * event *stored* stood, both numbers as they came, in the same transaction as the entries themselves.
 *
 * - `names`: streams, types and actors by small numbers, so that rows and indexes stay narrow. As bytes: a name may hold a NUL.
 * - `data`, `metadata`: RFC 8785 text, or bytes of a binary event.
 * - `hashes`: of all complete subtrees that end with this entry, from the leaf up, 32 bytes each: the hash of subtree
 *   (level, index) is the level-th of entry (index + 1) · 2^level − 1. Every proof of RFC 6962 can be made from them.
 * - `recorded_at`: effective recorded time, milliseconds since 1970. It never falls, so it is searched without an index of its own.
 * - ids are not unique: another program may repeat one in another stream.
 */
export const LEDGER_SCHEMA = `
  CREATE TABLE ledger (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    commit_position TEXT,
    prepare_position TEXT
  ) STRICT;
  CREATE TABLE names (id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE) STRICT;
  CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    previous INTEGER,
    actor INTEGER,
    data ANY NOT NULL,
    metadata ANY,
    hashes BLOB NOT NULL,
    entry TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_stream ON entries (stream, revision);
  CREATE INDEX entries_by_id ON entries (id);
  CREATE INDEX entries_by_type ON entries (type);
  CREATE INDEX entries_by_actor ON entries (actor);
`;
