import type { Observable } from 'rxjs';
import type { Json } from '@milepost/event-store';

/** An entry as the ledger keeps it, for views, feed and audit. */
export interface LedgerEntry {
  /** The cursor of the whole product, from 0, without gaps. Below 2^53 by far, so a number inside, a decimal string at every boundary. */
  readonly sequence: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** Effective recorded time, milliseconds since 1970: never runs backwards along the ledger. */
  readonly recordedAt: number;
  /** Entry number of the stream's previous event. */
  readonly previous: number | undefined;
  /** Parsed canonical data; undefined for a binary event. */
  readonly data: Json | undefined;
  readonly metadata: Json | undefined;
}

export interface RawEntry {
  readonly sequence: number;
  /** The entry's bytes, RFC 8785 text. */
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
}

/** The head of a ledger: how many entries it holds and what they prove. */
export interface LedgerHead {
  readonly size: number;
  /** Effective recorded time of entry size - 1, undefined while empty. */
  readonly lastRecordedAt: number | undefined;
}

export type SequencerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'catching-up' }
  | { readonly kind: 'live' }
  /** The store cannot be reached; what is there is served, with its age. */
  | { readonly kind: 'store-unavailable'; readonly reason: string; readonly since: number }
  /** Something only an operator can decide: lost events, a store restored or replaced, a damaged row. */
  | { readonly kind: 'stopped'; readonly reason: string };

/** How `recordedBy` was resolved to a number of entries. */
export interface ResolvedSize {
  readonly size: number;
  /** False while a later entry could still fall before the instant asked for. */
  readonly final: boolean;
}

/**
 * Read side of one ledger file; safe in any thread beside the one writer.
 * Every method answers from one SQLite read; a hole or a number twice is an error, never skipped.
 */
export interface LedgerReader {
  head(): LedgerHead;
  /** At most `limit` entries from `sequence` on, in order. */
  entriesFrom(sequence: number, limit: number): readonly LedgerEntry[];
  entry(sequence: number): LedgerEntry | undefined;
  entryById(eventId: string): LedgerEntry | undefined;
  /** The last entry of a stream, or undefined. */
  lastOfStream(stream: string): LedgerEntry | undefined;
  raw(sequence: number): RawEntry | undefined;
  rawFrom(sequence: number, limit: number): readonly RawEntry[];
  /** RFC 6962 root over the first `size` entries, 32 bytes. `rootAt(0)` is SHA-256 of nothing. */
  rootAt(size: number): Uint8Array;
  /** Effective recorded time of an entry, milliseconds since 1970. */
  recordedAt(sequence: number): number | undefined;
  /** `recordedBy`: `size:N`, an instant (RFC 3339) or a London day (`YYYY-MM-DD`). Throws NotYetRecorded, InvalidRecordedBy. */
  resolve(recordedBy: string | undefined): ResolvedSize;
  close(): void;
}

/** What the sequencer's owner can watch. */
export interface LedgerWatch {
  readonly head: Observable<LedgerHead>;
  readonly state: Observable<SequencerState>;
  /** Milliseconds since 1970 when the record was last known to be read to its end. */
  readonly freshAt: Observable<number>;
}
