import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { status } from '@grpc/grpc-js';
import { crc32 } from 'node:zlib';
import type { Append, AppendOutcome } from './append';
import type { CommitPoint } from '../faults/fault';
import { closeLogFile } from './closeLogFile';
import { Damaged } from './damaged';
import { decideAppend } from './decideAppend';
import type { AppendDecision } from './decideAppend';
import { encodeStored } from './encodeStored';
import { maxCountIn } from './maxCountIn';
import { openLogFile } from './openLogFile';
import { page, PAGE_EVENTS } from './page';
import type { LogRow, StoredEvent } from './page';
import { storedHead } from './storedHead';
import { refusalOf } from './sqliteFailure';
import { StreamIndex } from './streamIndex';

/** An event that is safely stored, as subscriptions get it. */
export interface Committed extends StoredEvent {
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
}

/** What a test may do to commits; nothing in a store that serves. */
export interface CommitFaults {
  /** Whether the commit that begins now is to find the disk full. */
  beginCommit(): boolean;
  reach(point: CommitPoint): void;
}

/** The position of the first event ever: no event is at the start, so that a subscription after the start misses none. */
const FIRST_POSITION = 64;
const METADATA = '$$';

type Refused = Extract<AppendOutcome, { kind: 'refused' }>;

/**
 * The log in its file: one total order, appended to by whole groups, read in pages.
 * Owns the file and everything derived from it. All methods are synchronous; nobody else writes, so what is read is what is there.
 */
export class EventLog {
  private readonly index: StreamIndex;
  /** Position of the next event: always behind every position ever given out. */
  private next = FIRST_POSITION;
  /** Position of the last event, 0 where there is none. */
  private lastPosition = 0;

  private isFull = false;

  private constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly faults: CommitFaults,
  ) {
    this.index = new StreamIndex(database);
    this.reload();
  }

  /** Throws StoreRefused. */
  static open(file: string, faults: CommitFaults): EventLog {
    const database = openLogFile(file);
    try {
      return new EventLog(database, faults);
    } catch (error) {
      closeLogFile(database);
      throw refusalOf(file, error);
    }
  }

  private readonly insert = this.database.prepare('INSERT INTO log VALUES (?, ?, ?)');
  private readonly setFloor = this.database.prepare("UPDATE state SET value = ? WHERE name = 'floor'");
  private readonly floor = this.database.prepare("SELECT value FROM state WHERE name = 'floor'");
  private readonly at = this.database.prepare('SELECT position, message, checksum FROM log WHERE position = ?');
  private readonly newest = this.database.prepare(
    'SELECT position, message, checksum FROM log ORDER BY position DESC LIMIT 1',
  );
  private readonly after = this.database.prepare(
    'SELECT position, message, checksum FROM log WHERE position > ? ORDER BY position',
  );
  private readonly before = this.database.prepare(
    'SELECT position, message, checksum FROM log WHERE position < ? ORDER BY position DESC',
  );

  /** Position of the last event, 0 where there is none. */
  get end(): number {
    return this.lastPosition;
  }

  /**
   * Stores a group of appends with one sync, each of them whole or not at all, decided in order.
   * Throws SQLite's error where the group could not be stored; then nothing of it is.
   */
  commit(appends: readonly Append[]): { outcomes: AppendOutcome[]; events: Committed[] } {
    const events: Committed[] = [];
    this.fillDisk(this.faults.beginCommit());
    const outcomes = this.transaction(() => {
      const now = Date.now();
      const taken = appends.map((append) => this.take(append, now, events));
      this.faults.reach('before-commit');
      return taken;
    });
    this.lastPosition = events[events.length - 1]?.position ?? this.lastPosition;
    this.faults.reach('after-commit');
    return { outcomes, events };
  }

  /** Whether {@link tidy} is worth its sync. */
  get isUntidy(): boolean {
    return this.index.isDue;
  }

  /** Indexes what waits for it. Throws SQLite's error; nothing is lost by it. */
  tidy(): void {
    this.transaction(() => this.index.flush());
  }

  /** Last revision of a stream, -1 where it does not exist. */
  lastRevision(stream: string): number {
    return this.index.last(stream);
  }

  /** First revision of a stream that its `$maxCount` leaves to be read. */
  firstRevision(stream: string): number {
    const limit = this.maxCount(stream);
    return limit === undefined ? 0 : Math.max(0, this.index.last(stream) - limit + 1);
  }

  isEvent(position: number): boolean {
    return this.at.get(position) !== undefined;
  }

  /** Events of `$all` after a position, in order; empty at the end. */
  pageAfter(position: number): StoredEvent[] {
    return page(this.after.iterate(position) as IterableIterator<LogRow>);
  }

  /** Events of `$all` before a position, the nearest first. */
  pageBefore(position: number): StoredEvent[] {
    return page(this.before.iterate(position) as IterableIterator<LogRow>);
  }

  /** Events of a stream from a revision on, in the direction of reading; empty beyond its ends. Revisions are contiguous. */
  streamPage(stream: string, revision: number, backwards: boolean): StoredEvent[] {
    return page(this.rowsAt(this.index.positions(stream, revision, PAGE_EVENTS, backwards)));
  }

  close(): void {
    closeLogFile(this.database);
  }

  /** SQLite's own limit on pages gives the error of a full disk. */
  private fillDisk(isFull: boolean): void {
    if (isFull === this.isFull) return;
    this.isFull = isFull;
    this.database.exec(`PRAGMA max_page_count = ${isFull ? 1 : 0xffff_fffe}`);
  }

  private *rowsAt(positions: readonly number[]): IterableIterator<LogRow> {
    for (const position of positions) {
      const row = this.at.get(position) as LogRow | undefined;
      if (row === undefined) throw new Damaged(position, 'it is missing');
      yield row;
    }
  }

  private take(append: Append, now: number, events: Committed[]): AppendOutcome {
    if (append.deadline !== undefined && append.deadline < now) return { kind: 'too-late' };
    const { stream } = append;
    const last = this.index.last(stream);
    const decision = this.decide(append, last);
    switch (decision.kind) {
      case 'refused':
        return decision;
      case 'wrong-revision':
        return { kind: 'wrong-revision', actual: last };
      case 'known':
        return {
          kind: 'stored',
          revision: decision.revision,
          position: this.index.position(stream, decision.revision) ?? 0,
        };
      case 'append':
        return append.events.length === 0 ? this.takeNothing(last) : this.takeEvents(append, last, now, events);
    }
  }

  /** Where an event that would have to be compared is damaged, nothing can be said about the append, but others go on. */
  private decide({ stream, expected, events }: Append, last: number): AppendDecision | Refused {
    try {
      return decideAppend(
        {
          last,
          hasMetadata: () => this.index.last(METADATA + stream) >= 0,
          idAt: (revision) => this.idAt(this.index.position(stream, revision)),
          firstRevisionOf: (id) => this.index.firstRevisionOf(stream, id, (position) => this.idAt(position)),
        },
        expected,
        events.map((event) => event.id),
      );
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      return { kind: 'refused', code: status.DATA_LOSS, sentence: error.message };
    }
  }

  private takeEvents(append: Append, last: number, created: number, events: Committed[]): AppendOutcome {
    const name = Buffer.from(append.stream);
    let revision = last;
    let position = 0;
    for (const event of append.events) {
      revision += 1;
      position = this.next;
      const message = encodeStored(event, { stream: name, revision, position, created });
      this.insert.run(position, message, crc32(message));
      this.index.add({ stream: append.stream, id: event.id, revision, position });
      this.next = position + message.length;
      events.push({ stream: append.stream, type: textOf(event.type), revision, position, message });
    }
    return { kind: 'stored', revision, position };
  }

  /** An append of nothing gets a position of its own, as in the real server, and it is not given out again. */
  private takeNothing(last: number): AppendOutcome {
    const position = this.next;
    this.next += 1;
    this.setFloor.run(this.next);
    return { kind: 'nothing', revision: last, position };
  }

  private transaction<T>(work: () => T): T {
    try {
      this.database.exec('BEGIN IMMEDIATE');
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      // What is in memory may have run ahead of the file: it is read again.
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      this.index.forget();
      this.reload();
      throw error;
    }
  }

  /** Reads from the file what is kept in memory. */
  private reload(): void {
    const newest = this.newest.get() as LogRow | undefined;
    const end = newest === undefined ? FIRST_POSITION : newest.position + newest.message.length;
    this.next = Math.max(end, (this.floor.get() as { value: number }).value);
    this.lastPosition = newest?.position ?? 0;
    for (let position = this.index.indexedTo(); ;) {
      const events = this.pageAfter(position);
      for (const { message, position: at } of events) {
        const { id, revision, stream } = storedHead(message);
        this.index.add({ stream, id, revision, position: at });
      }
      const last = events[events.length - 1];
      if (last === undefined) return;
      position = last.position;
    }
  }

  private idAt(position: number | undefined): string | undefined {
    if (position === undefined) return undefined;
    const [event] = page(this.rowsAt([position]));
    return event === undefined ? undefined : storedHead(event.message).id;
  }

  private maxCount(stream: string): number | undefined {
    if (stream.startsWith(METADATA)) return 1;
    const last = this.index.last(METADATA + stream);
    if (last < 0) return undefined;
    const [event] = this.streamPage(METADATA + stream, last, false);
    return event === undefined ? undefined : maxCountIn(event.message);
  }
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
