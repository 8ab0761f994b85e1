import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { existsSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { closeLogFile } from '../log/closeLogFile';
import { openLogFile } from '../log/openLogFile';
import type { LogRow } from '../log/page';
import { StoreRefused } from '../storeRefused';
import type { StoreReport } from './storeReport';

const TOLD = 100;

/**
 * Re-reads a whole store that nobody uses: SQLite's own structure, then each event's checksum, length, order and revision,
 * then that the index names the same events. Throws StoreRefused where the file cannot be opened. A million events take a quarter of a minute.
 */
export function checkStore(file: string): StoreReport {
  if (!existsSync(file)) throw new StoreRefused(`There is no store at ${file}.`);
  const database = openLogFile(file);
  try {
    const problems: string[] = [];
    const tell = (problem: string): void => void (problems.length < TOLD && problems.push(problem));
    checkStructure(database, tell);
    const found = checkLog(database, tell);
    checkIndex(database, found.revisions, tell);
    return { events: found.events, streams: found.revisions.size, lastPosition: found.lastPosition, problems };
  } finally {
    closeLogFile(database);
  }
}

type Tell = (problem: string) => void;

function checkStructure(database: DatabaseSyncInstance, tell: Tell): void {
  const rows = database.prepare('PRAGMA integrity_check(10)').all() as { integrity_check: string }[];
  for (const { integrity_check: problem } of rows) if (problem !== 'ok') tell(`SQLite: ${problem}.`);
}

interface Found {
  events: number;
  lastPosition: number;
  /** Positions of each stream's events by revision. */
  readonly revisions: Map<string, number[]>;
}

function checkLog(database: DatabaseSyncInstance, tell: Tell): Found {
  const found: Found = { events: 0, lastPosition: 0, revisions: new Map() };
  let end = 0;
  const rows = database.prepare('SELECT position, message, checksum FROM log ORDER BY position').iterate();
  for (const row of rows as IterableIterator<LogRow>) {
    if (row.position < end) tell(`The event at ${row.position} begins before its predecessor ends.`);
    end = row.position + row.message.length;
    found.events += 1;
    found.lastPosition = row.position;
    checkEvent(row, found.revisions, tell);
  }
  return found;
}

function checkEvent({ position, message, checksum }: LogRow, revisions: Map<string, number[]>, tell: Tell): void {
  if (crc32(message) !== checksum) {
    tell(`The event at ${position} does not match its checksum.`);
    return;
  }
  const event = ReadResp.deserializeBinary(message).getEvent()?.getEvent();
  if (event === undefined || Number(event.getCommitPosition()) !== position) {
    tell(`The event at ${position} says that it stands elsewhere.`);
    return;
  }
  const stream = Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  const positions = revisions.get(stream) ?? [];
  if (positions.length === 0) revisions.set(stream, positions);
  if (Number(event.getStreamRevision()) !== positions.length) {
    tell(
      `The event at ${position} has revision ${event.getStreamRevision()} of ${stream}, where ${positions.length} is due.`,
    );
  }
  positions.push(position);
}

function checkIndex(database: DatabaseSyncInstance, revisions: Map<string, number[]>, tell: Tell): void {
  const { value: indexed } = database.prepare("SELECT value FROM state WHERE name = 'indexed'").get() as {
    value: number;
  };
  const rows = database
    .prepare(
      'SELECT name, revision, position FROM stream_events JOIN streams ON streams.id = stream ORDER BY stream, revision',
    )
    .iterate() as IterableIterator<{ name: Uint8Array; revision: number; position: number }>;
  let counted = 0;
  for (const { name, revision, position } of rows) {
    counted += 1;
    const stream = Buffer.from(name).toString('utf8');
    if (revisions.get(stream)?.[revision] !== position)
      tell(`The index names ${position} as revision ${revision} of ${stream}, wrongly.`);
  }
  let due = 0;
  for (const positions of revisions.values()) for (const position of positions) if (position <= indexed) due += 1;
  if (counted !== due) tell(`The index holds ${counted} events where ${due} are due.`);
}
