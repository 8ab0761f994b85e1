import type { EntryParts } from '../entry/entryParts';

/** An event that has its place in the ledger and is about to be stored there. */
export interface NewEntry extends Omit<EntryParts, 'recordedAt'> {
  readonly sequence: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** Effective recorded time, milliseconds since 1970. */
  readonly recordedAt: number;
  readonly previous: number | undefined;
}
