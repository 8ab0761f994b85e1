import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { LEDGER_FORMAT, LEDGER_SCHEMA } from './ledgerFormat';
import { LedgerFileRefused } from './ledgerFileRefused';

/** How long a call waits, and its thread with it, while another connection holds the file: nobody should, it has one writer. */
const BUSY_MS = 500;
/** So much of a file is read without a system call a page: all of a million entries. Address space, not memory. */
const MAPPED_BYTES = 0x7fff0000;
const DERIVED_AGAIN = 'Move it away and start again: the ledger is derived from the event store anew.';

/**
 * Opens a ledger's file for its one writer, and makes it where there is none.
 * After a crash of the process all that was committed is there; after one of the machine the last batches may be missing,
 * never half of one, and are fetched again.
 * @throws LedgerFileRefused
 */
export function openForWriting(file: string, ledger: string): DatabaseSyncInstance {
  return opened(file, false, (database) => {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000');
    database.exec('PRAGMA cache_size = -32768');
    if (isEmpty(database)) makeTables(database, ledger);
    checkFormat(database, file);
    checkName(database, file, ledger);
  });
}

/**
 * Opens a ledger's file for reading, beside the writer.
 * @throws LedgerFileRefused also where the writer has not made it yet
 */
export function openForReading(file: string): DatabaseSyncInstance {
  return opened(file, true, (database) => {
    database.exec(`PRAGMA mmap_size = ${MAPPED_BYTES}`);
    if (isEmpty(database)) throw new LedgerFileRefused(file, 'no ledger is in it yet.');
    checkFormat(database, file);
  });
}

function opened(
  file: string,
  readOnly: boolean,
  prepare: (database: DatabaseSyncInstance) => void,
): DatabaseSyncInstance {
  let database: DatabaseSyncInstance | undefined;
  try {
    database = new DatabaseSync(file, { readOnly, timeout: BUSY_MS });
    prepare(database);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof LedgerFileRefused) throw error;
    throw new LedgerFileRefused(
      file,
      `SQLite says "${(error as Error).message}". If the file is damaged: ${DERIVED_AGAIN}`,
      error,
    );
  }
}

function isEmpty(database: DatabaseSyncInstance): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

function makeTables(database: DatabaseSyncInstance, ledger: string): void {
  database.exec(`BEGIN IMMEDIATE; ${LEDGER_SCHEMA} PRAGMA user_version = ${LEDGER_FORMAT}`);
  database.prepare('INSERT INTO ledger (one, name, size) VALUES (1, ?, 0)').run(ledger);
  database.exec('COMMIT');
}

function checkFormat(database: DatabaseSyncInstance, file: string): void {
  const { user_version: format } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (format === LEDGER_FORMAT) return;
  if (format > LEDGER_FORMAT) {
    throw new LedgerFileRefused(file, `a newer version of Milepost made it (format ${format}). Run that version.`);
  }
  throw new LedgerFileRefused(file, `it is no ledger of Milepost. ${DERIVED_AGAIN}`);
}

function checkName(database: DatabaseSyncInstance, file: string, ledger: string): void {
  const { name } = database.prepare('SELECT name FROM ledger').get() as { name: string };
  if (name !== ledger) throw new LedgerFileRefused(file, `it holds the ledger "${name}", not "${ledger}".`);
}
