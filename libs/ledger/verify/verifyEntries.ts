import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Json } from '@milepost/event-store';
import { effectiveTime } from '../entry/effectiveTime';
import { entryParts } from '../entry/entryParts';
import type { EntryParts } from '../entry/entryParts';
import { LedgerDamaged } from '../file/ledgerDamaged';
import { readSubtree } from '../file/readSubtree';
import { appendLeaf } from '../tree/appendLeaf';
import { leafHash } from '../tree/leafHash';
import { subtreesOf } from '../tree/subtreesOf';

/**
 * Holds stored rows against themselves, from `from` up to without `end`: each entry is made again from what is stored beside it and
 * must be the same text; it must hash to its leaf, and the leaves to the subtrees that end with them; time and the stream's
 * revisions must go on from the rows before. Nothing before `from` is read but what these rows build on.
 * @throws LedgerDamaged at the first row that fails
 */
export function verifyEntries(database: DatabaseSyncInstance, from: number, end: number): void {
  const frontier = subtreesOf(from).map(readSubtree(database));
  const rows = statements(database);
  let before = from === 0 ? undefined : recordedAtOf(rows, from - 1);
  for (let sequence = from; sequence < end; sequence += 1) {
    const row = rows.entry.get(sequence) as Row | undefined;
    if (!row) throw new LedgerDamaged(sequence, 'it is missing');
    before = verifyEntry(row, before, rows);
    verifyHashes(row, appendLeaf(frontier, sequence, leafHash(row.entry)));
  }
}

interface Row {
  readonly sequence: number;
  readonly stream: Uint8Array;
  readonly revision: number;
  readonly id: string;
  readonly type: Uint8Array;
  readonly actor: Uint8Array | null;
  readonly recorded_at: number;
  readonly previous: number | null;
  readonly data: string | Uint8Array;
  readonly metadata: string | Uint8Array | null;
  readonly hashes: Uint8Array;
  readonly entry: string;
}

type Statements = ReturnType<typeof statements>;

function statements(database: DatabaseSyncInstance) {
  return {
    entry: database.prepare(
      'SELECT e.sequence, s.name AS stream, e.revision, e.id, t.name AS type, a.name AS actor, e.recorded_at, e.previous, ' +
        'e.data, e.metadata, e.hashes, e.entry FROM entries e ' +
        'JOIN names s ON s.id = e.stream JOIN names t ON t.id = e.type LEFT JOIN names a ON a.id = e.actor WHERE e.sequence = ?',
    ),
    recordedAt: database.prepare('SELECT recorded_at FROM entries WHERE sequence = ?'),
    inStream: database.prepare(
      'SELECT e.revision FROM entries e JOIN names s ON s.id = e.stream WHERE e.sequence = ? AND s.name = ?',
    ),
  };
}

/** The entry's effective recorded time. */
function verifyEntry(row: Row, before: number | undefined, rows: Statements): number {
  const { sequence, stream, revision, previous } = row;
  const wrong = (what: string): LedgerDamaged => new LedgerDamaged(sequence, what);
  const parts = madeAgain(row);
  if (parts.entry !== row.entry) throw wrong('the entry is not that of the event beside it');
  if (!isSame(parts.data, row.data) || !isSame(parts.metadata ?? null, row.metadata))
    throw wrong('its data is not canonical');
  if (
    (parts.actor === undefined ? undefined : textOf(Buffer.from(parts.actor))) !==
    (row.actor ? textOf(row.actor) : undefined)
  ) {
    throw wrong('its actor is not the one of the entry');
  }
  const effective = effectiveTime(parts.recordedAt, before);
  if (effective !== row.recorded_at) throw wrong('its recorded time does not go on from the entry before');
  if (revisionBefore(rows, previous, stream) !== revision - 1)
    throw wrong('its revision does not go on from the stream’s previous');
  return effective;
}

function madeAgain({ sequence, id, stream, revision, type, data, metadata, previous }: Row): EntryParts {
  try {
    const event = {
      id,
      stream: textOf(stream),
      revision: BigInt(revision),
      type: textOf(type),
      position: { commit: 0n, prepare: 0n },
      created: 0,
      data: valueOf(data),
      metadata: metadata === null ? undefined : valueOf(metadata),
    };
    return entryParts(event, previous ?? undefined);
  } catch (error) {
    throw new LedgerDamaged(sequence, `its data cannot be read (${(error as Error).message})`);
  }
}

function verifyHashes({ sequence, hashes }: Row, expected: readonly Uint8Array[]): void {
  if (!Buffer.concat(expected).equals(hashes))
    throw new LedgerDamaged(sequence, 'it does not hash to what is stored as its hash');
}

/** Revision of the stream's previous entry, −1 where there is none. */
function revisionBefore(rows: Statements, previous: number | null, stream: Uint8Array): number | undefined {
  if (previous === null) return -1;
  return (rows.inStream.get(previous, stream) as { revision: number } | undefined)?.revision;
}

function recordedAtOf(rows: Statements, sequence: number): number {
  const row = rows.recordedAt.get(sequence) as { recorded_at: number } | undefined;
  if (!row) throw new LedgerDamaged(sequence, 'it is missing');
  return row.recorded_at;
}

function textOf(name: Uint8Array): string {
  return Buffer.from(name).toString();
}

function valueOf(stored: string | Uint8Array): Json | Uint8Array {
  return typeof stored === 'string' ? (JSON.parse(stored) as Json) : stored;
}

function isSame(made: string | Uint8Array | null, stored: string | Uint8Array | null): boolean {
  return typeof made === 'string' || made === null ? made === stored : Buffer.compare(made, stored as Uint8Array) === 0;
}
