import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Closes a store's file and leaves it as one file that anybody may have. The driver keeps a closed file open while statements wait for
 * the garbage collector, so the lock is given up explicitly: SQLite does that only outside the write-ahead log.
 */
export function closeLogFile(database: DatabaseSyncInstance): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema');
  } catch {
    // What is in the write-ahead log stays there and is found at the next start.
  }
  database.close();
}
