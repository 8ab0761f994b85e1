import type { Day, FactType, Window } from '@milepost/domain';
import type { Subject } from './subject';

interface Read {
  readonly sequence: number;
  readonly subject: Subject;
  readonly publicOn: Day;
}

/** A version of a fact: its first, or a correction. */
export interface VersionRead extends Read {
  readonly kind: 'stated' | 'corrected';
  /** Of a correction: the entry that the mark names, undefined where the ledger holds none of that id. */
  readonly fact: number | undefined;
  readonly type: FactType;
  /** Cut to the public day. */
  readonly window: Window;
  /** Codes of the trusts that it is about beside the subject. */
  readonly others: readonly string[];
  /** Of an assessment: the series that it is of, `DMA 2025 acute`. */
  readonly series: string | undefined;
  readonly restated: boolean;
  /** The data as JSON text where a rule or a question reads facts of this type. */
  readonly text: string | null;
}

/** Ends a fact's chain of versions, or takes it up again. `named` is the entry that stated the fact, as the mark has it. */
export interface EndRead extends Read {
  readonly kind: 'retracted' | 'reinstated';
  readonly named: number | undefined;
}

/** Something said about a fact that replaces no version. `named` is the fact's entry, of a resolution that of the dispute. */
export interface RemarkRead extends Read {
  readonly kind: 'disputed' | 'resolved' | 'evidence';
  readonly named: number | undefined;
}

/** An entry that is about no fact: the log's own, and those of tokens. */
export interface NoFact {
  readonly kind: 'no-fact';
  readonly sequence: number;
}

/** An entry that was written outside Milepost, or as no version of it could have written it; counted, never shown as a fact. */
export interface Unread {
  readonly kind: 'unread';
  readonly sequence: number;
  readonly reason: string;
}

/** What the views make of one entry. */
export type Reading = VersionRead | EndRead | RemarkRead | NoFact | Unread;
