import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Closes a store's file and leaves it as one file that anybody may have. The driver keeps a closed file open while statements wait for
 * the garbage collector, so the lock is given up explicitly: SQLite does that only outside the write-ahead log.
 * Where the disk is full the log stays beside the file, and nothing is lost by that.
 */
export function closeLogFile(database: DatabaseSyncInstance): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema');
  } finally {
    database.close();
  }
}
