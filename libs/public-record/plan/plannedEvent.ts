import type { FactType } from '@milepost/domain';
import type { JsonObject, PublicHow } from '@milepost/event-store';

/** When a fact became public, and how that is known. An import never falls back on the day of recording. */
export interface MadePublic {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly how: Exclude<PublicHow, 'recorded'>;
}

/** An event that a row gives. What is still missing (id, place, who, when) does not depend on the row. */
export interface PlannedEvent {
  /** The stream without the ledger's name: `trust-RXX`. */
  readonly subject: string;
  readonly type: FactType;
  /** The fact's complete data. */
  readonly data: JsonObject;
  readonly public: MadePublic;
  /** Names the event within its data set, type by type, for ever. */
  readonly key: string;
  /** Set where another source may have recorded the same: says what to make of a fact of this type that the stream holds already. */
  readonly givesWayTo?: (recorded: JsonObject) => 'said-already' | 'contradicts';
}
