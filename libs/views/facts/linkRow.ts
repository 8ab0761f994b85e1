import type { Topic } from './topic';

/** What an entry does to a fact, as a column; from `disputed` on it replaces nothing. */
export const MARK = {
  stated: 0,
  corrected: 1,
  retracted: 2,
  reinstated: 3,
  disputed: 4,
  resolved: 5,
  evidence: 6,
} as const;
export type MarkName = keyof typeof MARK;

/** What a link puts into effect: whose data, when it was true, of which type. */
export interface Shown {
  /** Sequence of the entry that holds the data. */
  readonly content: number;
  readonly topic: Topic;
  /** Number of the type's name. */
  readonly type: number;
  readonly earliest: number;
  readonly latest: number;
  readonly rank: number;
  /** The version's data where a rule reads it, in the row of the entry that holds it. */
  readonly data: string | null;
}

/** What an entry says of a fact for one subject. */
export interface NewLink {
  readonly about: number;
  readonly seq: number;
  readonly fact: number;
  readonly mark: number;
  readonly shows: boolean;
  readonly shown: Shown;
  readonly pub: number;
}

/** How many facts, and how many about its EPR, are in effect for a subject; and the last day that any of the latter has come to. */
export interface LinkTally {
  readonly facts: number;
  readonly reports: number;
  readonly reach: number;
}

/** A link of a fact's chain for one subject, as it stands in the table or on its way there. */
export interface ChainLink {
  readonly seq: number;
  readonly mark: number;
  readonly shows: boolean;
  readonly shown: Shown;
  /** Its row among those that are not in the table yet; undefined once it is there. */
  readonly row: number | undefined;
}
