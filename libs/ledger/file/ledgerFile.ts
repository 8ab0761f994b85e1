import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Position } from '@milepost/event-store';
import { appendLeaf } from '../tree/appendLeaf';
import { leafHash } from '../tree/leafHash';
import { subtreesOf } from '../tree/subtreesOf';
import { verifyEntries } from '../verify/verifyEntries';
import { LedgerDamaged } from './ledgerDamaged';
import { Names } from './names';
import type { NewEntry } from './newEntry';
import { openForWriting } from './openDatabase';
import { readSubtree } from './readSubtree';

/** The last event of a stream, as the ledger has it. */
export interface StreamTip {
  readonly sequence: number;
  readonly revision: number;
}

/** So many streams' tips are kept in memory; beyond that all are looked up anew. */
const MOST_TIPS = 100_000;

/**
 * The writing side of a ledger's file. Exactly one exists a file, in the thread that sequences.
 * All fields say what is committed: they change after a commit, never before.
 */
export class LedgerFile {
  /** Number of entries. */
  size: number;
  /** Where the event of entry size - 1 stood in `$all`. */
  position: Position | undefined;
  /** Effective recorded time of entry size - 1. */
  lastRecordedAt: number | undefined;

  readonly #database: DatabaseSyncInstance;
  readonly #names: Names;
  readonly #tips = new Map<string, StreamTip>();
  readonly #insert: StatementSyncInstance;
  readonly #advance: StatementSyncInstance;
  readonly #tip: StatementSyncInstance;
  readonly #last: StatementSyncInstance;
  /** Hashes of the complete subtrees that cover the ledger. */
  #frontier: Uint8Array[];

  /** @throws LedgerFileRefused, LedgerDamaged */
  constructor(
    file: string,
    readonly ledger: string,
  ) {
    this.#database = openForWriting(file, ledger);
    this.#names = new Names(this.#database);
    this.#insert = this.#database.prepare(`INSERT INTO entries VALUES (${Array(12).fill('?').join(', ')})`);
    this.#advance = this.#database.prepare('UPDATE ledger SET size = ?, commit_position = ?, prepare_position = ?');
    this.#tip = this.#database.prepare(
      'SELECT sequence, revision FROM entries WHERE stream = ? ORDER BY revision DESC LIMIT 1',
    );
    this.#last = this.#database.prepare('SELECT entry, previous FROM entries WHERE sequence = ?');
    const reached = reachOf(this.#database);
    this.size = reached.size;
    this.position = reached.position;
    this.lastRecordedAt = reached.lastRecordedAt;
    this.#frontier = subtreesOf(this.size).map(readSubtree(this.#database));
  }

  /** Undefined where the ledger has nothing of this stream. */
  tipOf(stream: string): StreamTip | undefined {
    const kept = this.#tips.get(stream);
    if (kept) return kept;
    const number = this.#names.numberOf(stream);
    return number === undefined ? undefined : (this.#tip.get(number) as StreamTip | undefined);
  }

  /**
   * Stores entries with the position of the last one's event: all of it or, where it throws, nothing.
   * Their sequences go on from `size`.
   */
  append(entries: readonly NewEntry[], position: Position): void {
    const frontier = [...this.#frontier];
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const entry of entries) this.#store(entry, frontier);
      this.#advance.run(this.size + entries.length, position.commit.toString(), position.prepare.toString());
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#undo();
      throw error;
    }
    this.#frontier = frontier;
    this.size += entries.length;
    this.position = position;
    this.#remember(entries);
  }

  /** Makes the last `count` entries and their hashes again. @throws LedgerDamaged */
  verifyLast(count: number): void {
    verifyEntries(this.#database, Math.max(0, this.size - count), this.size);
  }

  /**
   * The text of the last entry and the number of its stream's previous one: what the event at `position` must give again.
   * Undefined while empty.
   */
  lastEntry(): { readonly entry: string; readonly previous: number | undefined } | undefined {
    const row = this.#last.get(this.size - 1) as { entry: string; previous: number | null } | undefined;
    return row && { entry: row.entry, previous: row.previous ?? undefined };
  }

  close(): void {
    this.#database.close();
  }

  #store(entry: NewEntry, frontier: Uint8Array[]): void {
    const hashes = appendLeaf(frontier, entry.sequence, leafHash(entry.entry));
    this.#insert.run(
      entry.sequence,
      this.#names.numberFor(entry.stream),
      entry.revision,
      entry.id,
      this.#names.numberFor(entry.type),
      entry.recordedAt,
      entry.previous ?? null,
      entry.actor === undefined ? null : this.#names.numberFor(entry.actor),
      entry.data,
      entry.metadata ?? null,
      hashes.length === 1 ? hashes[0] : Buffer.concat(hashes),
      entry.entry,
    );
  }

  #undo(): void {
    this.#names.forget();
    // A full disk can have rolled back by itself.
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  #remember(entries: readonly NewEntry[]): void {
    if (this.#tips.size > MOST_TIPS) this.#tips.clear();
    for (const { stream, sequence, revision } of entries) this.#tips.set(stream, { sequence, revision });
    this.lastRecordedAt = entries.at(-1)?.recordedAt ?? this.lastRecordedAt;
  }
}

interface Reach {
  readonly size: number;
  readonly position: Position | undefined;
  readonly lastRecordedAt: number | undefined;
}

function reachOf(database: DatabaseSyncInstance): Reach {
  const { size, commit, prepare } = database
    .prepare('SELECT size, commit_position AS "commit", prepare_position AS "prepare" FROM ledger')
    .get() as { size: number; commit: string | null; prepare: string | null };
  const last = database.prepare('SELECT sequence, recorded_at FROM entries ORDER BY sequence DESC LIMIT 1').get() as
    { sequence: number; recorded_at: number } | undefined;
  if ((last?.sequence ?? -1) !== size - 1) throw new LedgerDamaged(size, `the file should end before it`);
  const position =
    commit === null || prepare === null ? undefined : { commit: BigInt(commit), prepare: BigInt(prepare) };
  if (last && !position) throw new LedgerDamaged(size - 1, 'its place in the event store is not there');
  return { size, position, lastRecordedAt: last?.recorded_at };
}
