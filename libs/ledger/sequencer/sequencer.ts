import type { EventStore } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import type { LedgerWatch } from '../ledger';

/** How the sequencer of one ledger is set up. */
export interface SequencerOptions {
  /** Belongs to the caller; the sequencer does not close it. */
  readonly store: EventStore;
  readonly ledger: string;
  /** The ledger's SQLite file, made where there is none. This sequencer is its only writer. */
  readonly file: string;
  readonly now: Clock;
  readonly limits?: Partial<SequencerLimits>;
}

/** How often what is done, in milliseconds. Tests shorten them; nothing else should. */
export interface SequencerLimits {
  /** How often the event at the last stored position is read again, to see that the store is still the same. */
  readonly confirmEveryMs: number;
  /** How often it is said how fresh the ledger is. */
  readonly freshEveryMs: number;
  /** Pause before something that failed for now is tried again. */
  readonly retryMs: number;
  /** So many of the last entries are held against their hashes before anything is added. */
  readonly verifiedAtStart: number;
}

/** A running sequencer. */
export interface Sequencer {
  readonly watch: LedgerWatch;
  /** Settles when nothing is read, written or held open any more; what was stored stays. */
  stop(): Promise<void>;
}

export const SEQUENCER_LIMITS: SequencerLimits = {
  confirmEveryMs: 60_000,
  freshEveryMs: 1_000,
  retryMs: 1_000,
  verifiedAtStart: 1_000,
};
