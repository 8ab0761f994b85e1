import type { Day, FactType, Window } from '@milepost/domain';
import type { Subject } from './subject';

interface Read {
  readonly sequence: number;
  readonly subject: Subject;
  readonly publicOn: Day;
}

/** A version of a fact: its first, or a correction, which names the fact by the id of its first event. */
export interface VersionRead extends Read {
  readonly kind: 'stated' | 'corrected';
  /** Of a correction: the fact's id as the mark names it. */
  readonly fact: string | undefined;
  readonly type: FactType;
  /** Cut to the public day. */
  readonly window: Window;
  readonly data: Readonly<Record<string, unknown>>;
  /** The data as JSON text. */
  readonly text: string;
}

/** Ends a fact's chain of versions, or takes it up again. `named` is the fact's id. */
export interface EndRead extends Read {
  readonly kind: 'retracted' | 'reinstated';
  readonly named: string;
}

/** Something said about a fact that replaces no version. `named` is the fact's id, of a resolution that of the dispute. */
export interface RemarkRead extends Read {
  readonly kind: 'disputed' | 'resolved' | 'evidence';
  readonly named: string;
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
