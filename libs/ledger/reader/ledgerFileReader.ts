import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Json } from '@milepost/event-store';
import { LedgerDamaged } from '../file/ledgerDamaged';
import { Names } from '../file/names';
import { readSubtree } from '../file/readSubtree';
import type {
  EntryPage,
  EntryPageRequest,
  LedgerEntry,
  LedgerHead,
  LedgerReader,
  RawEntry,
  ResolvedSize,
  ScannedEntry,
} from '../ledger';
import { firstWhere } from '../time/firstWhere';
import { NotYetRecorded } from '../time/notYetRecorded';
import { resolveRecordedBy } from '../time/resolveRecordedBy';
import { rootAt } from '../tree/rootAt';
import type { ReadSubtree } from '../tree/subtree';
import { actorRoles } from './actorRoles';
import { entryPage } from './entryPage';
import { entryStatements } from './entryStatements';
import type { EntryStatements } from './entryStatements';

/** Reads a ledger's file. Entries are only ever added, so an answer from several looks at it is that of the first. */
export class LedgerFileReader implements LedgerReader {
  readonly #names: Names;
  readonly #statements: EntryStatements;
  readonly #readSubtree: ReadSubtree;
  readonly #actorsOf: (role: string) => readonly number[];
  /** Whether a snapshot is open. */
  #looking = false;

  /** Takes the connection over. */
  constructor(
    readonly file: string,
    private readonly database: DatabaseSyncInstance,
  ) {
    this.#names = new Names(database);
    this.#statements = entryStatements(database);
    this.#readSubtree = readSubtree(database);
    this.#actorsOf = actorRoles(database);
  }

  snapshot<T>(look: () => T): T {
    if (this.#looking) return look();
    this.#looking = true;
    this.database.exec('BEGIN');
    try {
      return look();
    } finally {
      this.database.exec('COMMIT');
      this.#looking = false;
    }
  }

  head(): LedgerHead {
    const size = this.#size();
    return { size, lastRecordedAt: size === 0 ? undefined : this.recordedAt(size - 1) };
  }

  entriesFrom(sequence: number, limit: number): readonly LedgerEntry[] {
    return this.#run(sequence, limit, (from) => this.#statements.entriesFrom.all(from, limit) as EntryRow[]).map(
      (row) => this.#entryOf(row),
    );
  }

  scan(sequence: number, limit: number): readonly ScannedEntry[] {
    const rows = this.#run(sequence, limit, (from) => this.#statements.scan.all(from, limit) as ScanRow[]);
    for (const row of rows) {
      row[1] = this.#names.nameOf(row[1] as number);
      row[4] = this.#names.nameOf(row[4] as number);
      if (typeof row[6] !== 'string') row[6] = null;
      if (typeof row[7] !== 'string') row[7] = null;
    }
    return rows as unknown as readonly ScannedEntry[];
  }

  page(request: EntryPageRequest): EntryPage {
    const found = entryPage(request, {
      size: this.#size(),
      numberOf: (name) => this.#names.numberOf(name),
      numbersFrom: (prefix) => this.#names.numbersFrom(prefix),
      actorsOf: this.#actorsOf,
      countBefore: (instant, size) => this.#countBefore(instant, size),
      sequenceOf: (stream, revision) => this.#sequenceOf(stream, revision),
      lastRevisionOf: (stream) => (this.#statements.lastOfStream.get(stream) as EntryRow | undefined)?.[2],
      statements: this.#statements,
    });
    return { entries: found.sequences.map((sequence) => this.#present(sequence)), next: found.next };
  }

  entry(sequence: number): LedgerEntry | undefined {
    if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence >= this.#size()) return undefined;
    return this.#present(sequence);
  }

  entryById(eventId: string): LedgerEntry | undefined {
    const row = this.#statements.byId.get(eventId) as EntryRow | undefined;
    return row && this.#entryOf(row);
  }

  sequenceById(eventId: string): number | undefined {
    return (this.#statements.sequenceById.get(eventId) as [number] | undefined)?.[0];
  }

  sequenceOf(stream: string, revision: number): number | undefined {
    const number = this.#names.numberOf(stream);
    return number === undefined ? undefined : this.#sequenceOf(number, revision);
  }

  lastOfStream(stream: string): LedgerEntry | undefined {
    const number = this.#names.numberOf(stream);
    const row = number === undefined ? undefined : (this.#statements.lastOfStream.get(number) as EntryRow | undefined);
    return row && this.#entryOf(row);
  }

  raw(sequence: number): RawEntry | undefined {
    return this.rawFrom(sequence, 1)[0];
  }

  rawFrom(sequence: number, limit: number): readonly RawEntry[] {
    const rows = this.#run(sequence, limit, (from) => this.#statements.rawFrom.all(from, limit) as RawRow[]);
    return rows.map(([at, entry, leaf]) => ({ sequence: at, bytes: Buffer.from(entry), leaf }));
  }

  rootAt(size: number): Uint8Array {
    const recorded = this.#size();
    if (size > recorded) throw new NotYetRecorded(size, recorded);
    return rootAt(size, this.#readSubtree);
  }

  recordedAt(sequence: number): number | undefined {
    return (this.#statements.recordedAt.get(sequence) as [number] | undefined)?.[0];
  }

  resolve(recordedBy: string | undefined): ResolvedSize {
    const size = this.#size();
    return resolveRecordedBy(recordedBy, size, (instant) => this.#countBefore(instant, size));
  }

  close(): void {
    this.database.close();
  }

  #size(): number {
    return (this.#statements.size.get() as [number])[0];
  }

  #countBefore(instant: number, size: number): number {
    return firstWhere(0, size, (sequence) => this.#timeOf(sequence) >= instant);
  }

  #timeOf(sequence: number): number {
    const time = this.recordedAt(sequence);
    if (time === undefined) throw new LedgerDamaged(sequence, 'it is missing');
    return time;
  }

  #sequenceOf(stream: number, revision: number): number | undefined {
    return (this.#statements.byRevision.get(stream, revision) as [number] | undefined)?.[0];
  }

  #present(sequence: number): LedgerEntry {
    const row = this.#statements.entry.get(sequence) as EntryRow | undefined;
    if (!row) throw new LedgerDamaged(sequence, 'it is missing');
    return this.#entryOf(row);
  }

  /** Rows of consecutive entries that begin with `from`: one hole, and it is an error. */
  #run<Row extends readonly [number, ...unknown[]]>(from: number, limit: number, read: (from: number) => Row[]): Row[] {
    if (!Number.isSafeInteger(from) || from < 0) throw new RangeError(`${from} is no sequence`);
    if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError(`a page of ${limit} entries`);
    const due = Math.max(0, Math.min(limit, this.#size() - from));
    const rows = read(from);
    rows.forEach(([sequence], index) => {
      if (sequence !== from + index) throw new LedgerDamaged(from + index, 'it is missing');
    });
    if (rows.length < due) throw new LedgerDamaged(from + rows.length, 'it is missing');
    return rows;
  }

  #entryOf(row: EntryRow): LedgerEntry {
    const [sequence, stream, revision, id, type, recordedAt, previous, data, metadata] = row;
    return {
      sequence,
      stream: this.#names.nameOf(stream),
      revision,
      id,
      type: this.#names.nameOf(type),
      recordedAt,
      previous: previous ?? undefined,
      data: parsed(data),
      metadata: parsed(metadata),
    };
  }
}

type Stored = string | Uint8Array | null;
type EntryRow = [
  sequence: number,
  stream: number,
  revision: number,
  id: string,
  type: number,
  recordedAt: number,
  previous: number | null,
  data: Stored,
  metadata: Stored,
];
type ScanRow = [number, number | string, number, string, number | string, number, Stored, Stored];
type RawRow = [sequence: number, entry: string, leaf: Uint8Array];

function parsed(stored: Stored): Json | undefined {
  return typeof stored === 'string' ? (JSON.parse(stored) as Json) : undefined;
}
