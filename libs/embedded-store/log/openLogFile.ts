import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { StoreRefused } from '../storeRefused';
import { isDiskFull, refusalOf } from './sqliteFailure';

/** "MPES" in the SQLite header says whose file it is. */
const APPLICATION_ID = 0x4d504553;
/** The header of an SQLite file, by its documentation ("Database File Format", 1.3). */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const PAGES_AT = 28;
const FORMAT_AT = 60;
const APPLICATION_AT = 68;
/** Raised when older programs could no longer read what newer ones write. */
export const FILE_FORMAT = 1;

/**
 * `log` is the truth: one row an event, the bytes that are sent, and their CRC-32. All other tables are derived from it and may lag behind:
 * `indexed` in `state` names the last position they cover. `floor` is the lowest position not yet given out, where no event says so.
 */
const TABLES = `
  CREATE TABLE log (position INTEGER PRIMARY KEY, message BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE) STRICT;
  CREATE TABLE stream_events (stream INTEGER NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (stream, revision)) STRICT, WITHOUT ROWID;
  CREATE TABLE id_filters (last INTEGER PRIMARY KEY, first INTEGER NOT NULL, bits BLOB NOT NULL) STRICT;
  CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO state VALUES ('indexed', 0), ('floor', 0);
`;

/**
 * Opens a store's file for this process alone, making it where there is none. Throws {@link StoreRefused}.
 * The exclusive lock is the operating system's: it goes with the process, however that ends.
 */
export function openLogFile(file: string): DatabaseSyncInstance {
  let database: DatabaseSyncInstance | undefined;
  try {
    recogniseHeader(file);
    database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    if (isEmpty(database)) create(database);
    else recognise(file, pragma(database, 'application_id'), pragma(database, 'user_version'));
    configure(database);
    takeLock(database);
    settleLog(file, database);
    return database;
  } catch (error) {
    database?.close();
    throw refusalOf(file, error);
  }
}

/**
 * Whose file is it, and can this version read it? Asked of its first bytes before SQLite touches it, so that a file that is refused stays
 * as it was and is not locked.
 */
function recogniseHeader(file: string): void {
  const header = headerOf(file);
  if (header.length === 0) return;
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new StoreRefused(
      `The file ${file} is not an event store or its beginning is damaged; nothing was changed. Restore it from a copy.`,
    );
  }
  const [application, format] = [header.readUInt32BE(APPLICATION_AT), header.readUInt32BE(FORMAT_AT)];
  // A store that was being made when its process died says nothing yet; SQLite knows whether it is empty.
  if (application !== 0 || format !== 0) recognise(file, application, format);
  if (!existsSync(`${file}-wal`)) checkLength(file, header.readUInt32BE(PAGES_AT) * pageSizeIn(header));
}

function pageSizeIn(header: Buffer): number {
  const size = header.readUInt16BE(PAGE_SIZE_AT);
  return size === 1 ? 65_536 : size;
}

function headerOf(file: string): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header));
  } finally {
    closeSync(descriptor);
  }
}

function recognise(file: string, application: number, format: number): void {
  if (application !== APPLICATION_ID)
    throw new StoreRefused(`The file ${file} belongs to another program: choose another folder.`);
  if (format > FILE_FORMAT) {
    throw new StoreRefused(
      `The store ${file} was written by a newer version (format ${format}, this one reads up to ${FILE_FORMAT}): start the newer version.`,
    );
  }
}

function configure(database: DatabaseSyncInstance): void {
  database.exec('PRAGMA journal_mode = WAL');
  // FULL syncs the write-ahead log at each commit; fullfsync makes macOS mean it.
  database.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
  database.exec('PRAGMA cache_size = -6000; PRAGMA wal_autocheckpoint = 2000; PRAGMA journal_size_limit = 16777216');
}

/** Makes the tables and the marks of the file in one transaction, before the write-ahead log, so that the header always has them. */
function create(database: DatabaseSyncInstance): void {
  database.exec(
    `BEGIN IMMEDIATE; ${TABLES} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FILE_FORMAT}; COMMIT`,
  );
}

function takeLock(database: DatabaseSyncInstance): void {
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

/** A file cut short opens without complaint until the missing part is touched. */
function checkLength(file: string, expected: number): void {
  if (statSync(file).size >= expected) return;
  throw new StoreRefused(`The store ${file} is cut short; nothing was changed. Restore it from a copy.`);
}

/** Brings what a crash left in the write-ahead log into the file; only then does its length say something. */
function settleLog(file: string, database: DatabaseSyncInstance): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (isDiskFull(error)) return;
    throw error;
  }
  checkLength(file, pragma(database, 'page_count') * pragma(database, 'page_size'));
}

function pragma(database: DatabaseSyncInstance, name: string): number {
  const row = database.prepare(`PRAGMA ${name}`).get() as Record<string, number> | undefined;
  return row?.[name] ?? 0;
}

function isEmpty(database: DatabaseSyncInstance): boolean {
  return (database.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number }).n === 0;
}
