/** Changed whenever the tables are; a file of another form is built anew. Kept in `user_version`. */
export const TABLES_FORM = 5;

/**
 * Tables of one views file.
 *
 * `link`: what was said of facts, once for each subject that it is about: versions, retractions, reinstatements, and the
 * marks that replace nothing. `fact` is the sequence of the fact's first version. A row with `shows` = 1 puts a version
 * into effect, for a moment of size N where seq < N <= k_end, for one of public day P where pub <= P < p_end.
 * `facts` and `reports` count the subject's effective facts, and those about its EPR, after this entry; `reach` is the
 * last day that any fact about its EPR has come to by then. `content` is the
 * entry that holds what is shown; its row has the data as JSON where a rule reads it.
 *
 * `assessment`: each version of an assessment. Its `series` is the word `DMA 2025 acute`: framework, version, care setting.
 *
 * `span_open`, `span_closed`: for each rule, axis and subject, rectangles that tile the plane day × knowledge. One is
 * seen at knowledge K where k0 < K <= k1, for days d0 <= d < d1. Knowledge is the size N on the recorded axis, and the
 * public day plus one on the public axis. An open span has no k1 and ends where the next begins.
 */
export const TABLES = `
PRAGMA user_version = ${TABLES_FORM};
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE view (name TEXT PRIMARY KEY, version TEXT NOT NULL, next INTEGER NOT NULL, halted INTEGER, reason TEXT) WITHOUT ROWID;
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE subject (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, last INTEGER NOT NULL, UNIQUE (kind, name));
CREATE TABLE link (
  about INTEGER NOT NULL, seq INTEGER NOT NULL, fact INTEGER NOT NULL, mark INTEGER NOT NULL, shows INTEGER NOT NULL,
  content INTEGER NOT NULL, topic INTEGER NOT NULL, type INTEGER NOT NULL, d_lo INTEGER NOT NULL, d_hi INTEGER NOT NULL,
  rank INTEGER NOT NULL, pub INTEGER NOT NULL, k_end INTEGER NOT NULL, p_end INTEGER NOT NULL,
  facts INTEGER NOT NULL, reports INTEGER NOT NULL, reach INTEGER NOT NULL, data TEXT,
  PRIMARY KEY (about, seq)) WITHOUT ROWID;
CREATE INDEX link_chain ON link (about, fact, seq) WHERE seq <> fact;
CREATE TABLE assessment (
  about INTEGER NOT NULL, seq INTEGER NOT NULL, series INTEGER NOT NULL, restated INTEGER NOT NULL,
  PRIMARY KEY (about, seq)) WITHOUT ROWID;
CREATE TABLE dispute (seq INTEGER PRIMARY KEY, about INTEGER NOT NULL, fact INTEGER NOT NULL, pub INTEGER NOT NULL);
CREATE TABLE resolution (seq INTEGER PRIMARY KEY, dispute INTEGER NOT NULL, pub INTEGER NOT NULL);
CREATE TABLE unread (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL);
CREATE TABLE span_open (
  rule INTEGER NOT NULL, axis INTEGER NOT NULL, about INTEGER NOT NULL, d0 INTEGER NOT NULL, k0 INTEGER NOT NULL,
  level INTEGER NOT NULL, why INTEGER NOT NULL,
  PRIMARY KEY (rule, axis, about, d0)) WITHOUT ROWID;
CREATE TABLE span_closed (
  rule INTEGER NOT NULL, axis INTEGER NOT NULL, about INTEGER NOT NULL, k1 INTEGER NOT NULL, d0 INTEGER NOT NULL,
  d1 INTEGER NOT NULL, k0 INTEGER NOT NULL, level INTEGER NOT NULL, why INTEGER NOT NULL,
  PRIMARY KEY (rule, axis, about, k1, d0)) WITHOUT ROWID;
`;

/** Indexes that only questions need; a rebuild makes them after the scan. */
export const QUESTION_INDEXES = `
CREATE INDEX IF NOT EXISTS link_by_day ON link (about, topic, d_hi, d_lo, rank, seq, k_end, pub, p_end) WHERE shows = 1;
CREATE INDEX IF NOT EXISTS milestone ON link (d_hi, d_lo, rank, seq, about, k_end, pub, p_end) WHERE shows = 1 AND topic = 1;
CREATE INDEX IF NOT EXISTS life ON link (about, rank, seq, k_end, pub, p_end) WHERE shows = 1 AND topic = 0 AND rank IN (0, 6);
CREATE INDEX IF NOT EXISTS link_later ON link (about, seq, fact) WHERE seq <> fact;
CREATE INDEX IF NOT EXISTS dispute_by_fact ON dispute (fact, seq);
CREATE INDEX IF NOT EXISTS resolution_by_dispute ON resolution (dispute, seq);
`;
