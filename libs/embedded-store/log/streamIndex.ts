import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { IdFilter } from './idFilter';
import { StreamTail } from './streamTail';

/** How many events wait in memory before they are indexed together: bounds that memory and the work of a start after a crash. */
const RUN = 4096;

export interface IndexedEvent {
  readonly stream: string;
  readonly id: string;
  readonly revision: number;
  readonly position: number;
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly filter: IdFilter;
}

/**
 * Where the events of each stream are, and which ids are known. Derived from the log: the file's tables cover it up to `indexed`,
 * the tail in memory covers the rest. Indexing thousands of events together, sorted, costs a fraction of indexing each when it is written.
 */
export class StreamIndex {
  private readonly tail = new Map<string, StreamTail>();
  private waiting = 0;
  private lastWaiting = 0;
  private runs: Run[] | undefined;

  constructor(private readonly database: DatabaseSyncInstance) {}

  private readonly streamId = this.database.prepare('SELECT id FROM streams WHERE name = ?');
  private readonly addStream = this.database.prepare('INSERT INTO streams (name) VALUES (?)');
  private readonly lastRevision = this.database.prepare(
    'SELECT max(revision) AS last FROM stream_events WHERE stream = ?',
  );
  private readonly positionAt = this.database.prepare(
    'SELECT position FROM stream_events WHERE stream = ? AND revision = ?',
  );
  private readonly forwards = this.database.prepare(
    'SELECT position FROM stream_events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
  );
  private readonly backwards = this.database.prepare(
    'SELECT position FROM stream_events WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?',
  );
  private readonly addEvent = this.database.prepare('INSERT INTO stream_events VALUES (?, ?, ?)');
  private readonly addFilter = this.database.prepare('INSERT INTO id_filters VALUES (?, ?, ?)');
  private readonly filters = this.database.prepare('SELECT first, last, bits FROM id_filters ORDER BY last');
  private readonly setIndexed = this.database.prepare("UPDATE state SET value = ? WHERE name = 'indexed'");
  private readonly indexed = this.database.prepare("SELECT value FROM state WHERE name = 'indexed'");

  /** The last position that the file's tables cover. */
  indexedTo(): number {
    return (this.indexed.get() as { value: number }).value;
  }

  /** Forgets what is in memory only, for it to be added again from the log. */
  forget(): void {
    this.runs = undefined;
    this.startTail();
  }

  add(event: IndexedEvent): void {
    let tail = this.tail.get(event.stream);
    if (tail === undefined) this.tail.set(event.stream, (tail = new StreamTail(event.revision)));
    tail.add(event.id, event.position);
    this.waiting += 1;
    this.lastWaiting = event.position;
  }

  /** Last revision of a stream, -1 where it has no events. */
  last(stream: string): number {
    const tail = this.tail.get(stream);
    if (tail !== undefined) return tail.last;
    const id = this.idOf(stream);
    return id === undefined ? -1 : ((this.lastRevision.get(id) as { last: number | null }).last ?? -1);
  }

  position(stream: string, revision: number): number | undefined {
    const tail = this.tail.get(stream);
    if (tail !== undefined && revision >= tail.first) return tail.position(revision);
    const id = this.idOf(stream);
    if (id === undefined) return undefined;
    return (this.positionAt.get(id, revision) as { position: number } | undefined)?.position;
  }

  /** Positions of at most `limit` events from a revision on, in the direction of reading. */
  positions(stream: string, from: number, limit: number, backwards: boolean): number[] {
    const tail = this.tail.get(stream);
    const first = tail?.first ?? Number.MAX_SAFE_INTEGER;
    if (backwards) {
      const recent = tail?.before(from, limit) ?? [];
      return recent.length === limit
        ? recent
        : [...recent, ...this.indexedBackwards(stream, Math.min(from, first - 1), limit - recent.length)];
    }
    const indexed = from < first ? this.indexedForwards(stream, from, limit) : [];
    return indexed.length === limit ? indexed : [...indexed, ...(tail?.from(from, limit - indexed.length) ?? [])];
  }

  /** First revision of the stream that holds the id. `idAt` reads the id of an event by its position. */
  firstRevisionOf(stream: string, id: string, idAt: (position: number) => string | undefined): number | undefined {
    const streamId = this.idOf(stream);
    if (streamId !== undefined) {
      for (const run of this.filterRuns()) {
        if (!run.filter.mayHold(id)) continue;
        const revision = this.revisionWithin(streamId, run, (position) => idAt(position) === id);
        if (revision !== undefined) return revision;
      }
    }
    return this.tail.get(stream)?.revisionOf(id);
  }

  /** Whether enough events wait for {@link flush} to be worth its sync. */
  get isDue(): boolean {
    return this.waiting >= RUN;
  }

  /** Writes what waits into the file's tables; the caller holds the transaction and, where it fails, calls {@link forget}. */
  flush(): void {
    const ids: string[] = [];
    let first = Number.MAX_SAFE_INTEGER;
    const streams = [...this.tail].map(([name, tail]) => ({ id: this.idOf(name) ?? this.create(name), tail }));
    for (const { id, tail } of streams.sort((a, b) => a.id - b.id)) {
      tail.positions.forEach((position, index) => this.addEvent.run(id, tail.first + index, position));
      ids.push(...tail.ids);
      first = Math.min(first, tail.positions[0] ?? first);
    }
    const filter = IdFilter.over(ids);
    this.addFilter.run(this.lastWaiting, first, filter.bytes);
    this.setIndexed.run(this.lastWaiting);
    this.runs?.push({ first, last: this.lastWaiting, filter });
    this.startTail();
  }

  private startTail(): void {
    this.tail.clear();
    this.waiting = 0;
  }

  private idOf(stream: string): number | undefined {
    return (this.streamId.get(Buffer.from(stream)) as { id: number } | undefined)?.id;
  }

  private create(stream: string): number {
    return Number(this.addStream.run(Buffer.from(stream)).lastInsertRowid);
  }

  private indexedForwards(stream: string, from: number, limit: number): number[] {
    const id = this.idOf(stream);
    return id === undefined
      ? []
      : (this.forwards.all(id, from, limit) as { position: number }[]).map((row) => row.position);
  }

  private indexedBackwards(stream: string, from: number, limit: number): number[] {
    const id = this.idOf(stream);
    return id === undefined
      ? []
      : (this.backwards.all(id, from, limit) as { position: number }[]).map((row) => row.position);
  }

  /** First revision of an indexed stream, among the events of a run, whose position is the one looked for. */
  private revisionWithin(stream: number, run: Run, isIt: (position: number) => boolean): number | undefined {
    const start = this.revisionFrom(stream, run.first);
    const end = this.revisionFrom(stream, run.last + 1);
    const rows = this.forwards.all(stream, start, end - start) as { position: number }[];
    const index = rows.findIndex(({ position }) => isIt(position));
    return index < 0 ? undefined : start + index;
  }

  /** First revision at or after a position: revisions and positions grow together. */
  private revisionFrom(stream: number, position: number): number {
    let low = 0;
    let high = ((this.lastRevision.get(stream) as { last: number | null }).last ?? -1) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const at = (this.positionAt.get(stream, middle) as { position: number }).position;
      if (at < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Three bytes an event, read only once somebody appends without naming a revision. */
  private filterRuns(): Run[] {
    this.runs ??= (this.filters.all() as { first: number; last: number; bits: Uint8Array }[]).map(
      ({ first, last, bits }) => ({
        first,
        last,
        filter: new IdFilter(bits),
      }),
    );
    return this.runs;
  }
}
