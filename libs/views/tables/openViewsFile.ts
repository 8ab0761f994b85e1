import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { QUESTION_INDEXES, TABLES } from './schema';

/** Pages that SQLite keeps in memory, in KiB, and of the file mapped, in bytes. Its own default would be 2 MB. */
const CACHE_KIB = 32_768;
const BUILDING_KIB = 65_536;
/** Larger pages than SQLite's own: rows come sorted by subject in thousands, and fewer pages are then touched for each. */
const BUILDING_PAGE_BYTES = 16_384;
const MAPPED_BYTES = 1 << 30;
/** How long a reader or writer waits for another connection's short lock, in milliseconds. */
const BUSY_MS = 5_000;

const tune = (db: DatabaseSyncInstance): void =>
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA mmap_size = ${MAPPED_BYTES}; PRAGMA temp_store = MEMORY`);

const hasTables = (db: DatabaseSyncInstance): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'link'`).get() !== undefined;

/** Opens a views file for its one writer, and makes its tables where it is new. A commit survives the process, not the power: what is lost is derived again. */
export function openForWriting(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(path, { timeout: BUSY_MS });
  tune(db);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  if (!hasTables(db)) db.exec(`BEGIN; ${TABLES} ${QUESTION_INDEXES} COMMIT`);
  return db;
}

/** Opens a new file that is thrown away unless it is finished: no journal, no sync, and the questions' indexes last. */
export function openForBuilding(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(path, { timeout: BUSY_MS });
  db.exec(`PRAGMA cache_size = -${BUILDING_KIB}; PRAGMA temp_store = MEMORY`);
  db.exec(`PRAGMA page_size = ${BUILDING_PAGE_BYTES}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF`);
  db.exec(TABLES);
  return db;
}

/** Opens a views file for questions: any number of connections, in any thread, beside the writer. */
export function openForReading(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
  tune(db);
  return db;
}
