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
  /** Parsed canonical metadata; undefined where there is none or it is binary. */
  readonly metadata: Json | undefined;
}

/**
 * An entry as a row, for readers that go through millions: data and metadata as RFC 8785 text, unparsed; null where there are none
 * or where the event is binary.
 */
export type ScannedEntry = readonly [
  sequence: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  recordedAt: number,
  data: string | null,
  metadata: string | null,
];

/** Which entries of the audit trail are asked for. All conditions must hold; of a list, any one. */
export interface EntryFilter {
  /** At most 20 names. */
  readonly streams?: readonly string[];
  /** Beginnings of streams' names, at most 20: beside `streams`, any of either. */
  readonly prefixes?: readonly string[];
  /** At most 20 types, with their version. */
  readonly types?: readonly string[];
  /** None of these types, at most 20. */
  readonly exceptTypes?: readonly string[];
  /** Id of the actor, as in the entry. */
  readonly actor?: string;
  /** Only by actors whose first entry in this ledger names this role: a token's role never changes. */
  readonly role?: string;
  /** Effective recorded time, milliseconds since 1970: at or after. */
  readonly recordedFrom?: number;
  /** Effective recorded time, milliseconds since 1970: before. */
  readonly recordedBefore?: number;
  /** Only among the first so many entries: the moment of the question. */
  readonly size?: number;
}

export interface EntryPageRequest extends EntryFilter {
  readonly order: 'newest-first' | 'oldest-first';
  /** Goes on behind this sequence, in the order asked for: the `next` of the page before. */
  readonly after?: number;
  /** 1 to 1,000. */
  readonly limit: number;
}

export interface EntryPage {
  readonly entries: readonly LedgerEntry[];
  /**
   * Where the next page goes on; undefined at the end. It can be there though the page is not full: a page looks at a bounded number
   * of entries, and a rare combination may lie further on.
   */
  readonly next: number | undefined;
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
  /** It cannot go on for now: the store is not reached, or the ledger's disk is full, as `reason` says. What is there is served, with its age. */
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
  /** Path of the file that it reads, for whoever reads it in another thread. */
  readonly file: string;
  /**
   * Every read inside sees the same entries, and costs a fraction of one that stands alone: the file is locked and looked
   * at once for all of them. Reads alone belong inside, and no waiting.
   */
  snapshot<T>(look: () => T): T;
  head(): LedgerHead;
  /** At most `limit` entries from `sequence` on, in order. */
  entriesFrom(sequence: number, limit: number): readonly LedgerEntry[];
  /** The same entries as rows, several times as fast. The rows belong to the caller. */
  scan(sequence: number, limit: number): readonly ScannedEntry[];
  /** A page of the audit trail; reads a bounded number of rows, whatever the size of the ledger. */
  page(request: EntryPageRequest): EntryPage;
  entry(sequence: number): LedgerEntry | undefined;
  /** The first entry with this event id: another program may repeat an id in another stream. */
  entryById(eventId: string): LedgerEntry | undefined;
  /** Its sequence alone, for readers that follow many references. */
  sequenceById(eventId: string): number | undefined;
  /** The sequence of a stream's event of this revision, once the ledger holds it. */
  sequenceOf(stream: string, revision: number): number | undefined;
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
