import type { Json } from '@milepost/event-store';
import type { LedgerEntry, ScannedEntry } from '@milepost/ledger';
import type { EntrySource } from '../reading/entrySource';

/** An event as a test writes it down. */
export interface WrittenEvent {
  readonly id: string;
  /** With the ledger's name: `milepost.trust-RXX`. */
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Public on that day, YYYY-MM-DD; null: metadata that is not ours. */
  readonly publicOn: string | null;
}

const START = Date.parse('2024-01-01T00:00:00.000Z');

/** As much of a ledger as views need, in an array that tests add to. Entry n was recorded n minutes after 2024 began. */
export class ArrayLedger implements EntrySource {
  readonly entries: LedgerEntry[] = [];
  private readonly ids = new Map<string, LedgerEntry>();
  private readonly revisions = new Map<string, number>();

  constructor(events: Iterable<WrittenEvent> = []) {
    this.add(events);
  }

  add(events: Iterable<WrittenEvent>): void {
    for (const { id, stream, type, data, publicOn } of events) {
      const sequence = this.entries.length;
      const revision = this.revisions.get(stream) ?? 0;
      const recordedAt = START + sequence * 60_000;
      const metadata = publicOn === null ? undefined : metadataOf(recordedAt, publicOn);
      const entry = {
        sequence,
        stream,
        revision,
        id,
        type,
        recordedAt,
        previous: undefined,
        data: data as Json,
        metadata,
      };
      this.entries.push(entry);
      this.revisions.set(stream, revision + 1);
      if (!this.ids.has(id)) this.ids.set(id, entry);
    }
  }

  snapshot<T>(look: () => T): T {
    return look();
  }

  head() {
    return { size: this.entries.length, lastRecordedAt: this.entries.at(-1)?.recordedAt };
  }

  scan(from: number, limit: number): readonly ScannedEntry[] {
    return this.entries
      .slice(from, from + limit)
      .map(({ sequence, stream, revision, id, type, recordedAt, data, metadata }) => [
        ...([sequence, stream, revision, id, type, recordedAt] as const),
        JSON.stringify(data),
        metadata === undefined ? null : JSON.stringify(metadata),
      ]);
  }

  entry(sequence: number): LedgerEntry | undefined {
    return this.entries[sequence];
  }

  sequenceById(id: string): number | undefined {
    return this.ids.get(id)?.sequence;
  }
}

function metadataOf(recordedAt: number, on: string): Json {
  return {
    recordedAt: new Date(recordedAt).toISOString(),
    actor: { id: 'test', role: 'system' },
    origin: 'generated',
    public: { on, how: 'reported' },
  };
}
