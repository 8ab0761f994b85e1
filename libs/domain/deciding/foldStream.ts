import { compareFacts } from '../facts/compareFacts';
import { effectiveVersion } from '../facts/factChain';
import type { FactVersion } from '../facts/factVersion';
import type { FactChains } from '../facts/foldChains';
import { foldChains } from '../facts/foldChains';
import type { StreamEvent } from '../facts/streamEvent';

/** All that a command decides on: one stream, folded from its events in order. */
export interface StreamFold {
  readonly chains: FactChains;
  /** Versions in effect as known now, in the order of facts. */
  readonly facts: readonly FactVersion[];
  /** Every event by its id, so that a repeated command is known again. */
  readonly events: ReadonlyMap<string, StreamEvent>;
  /** The number after the last event's. */
  readonly next: number;
}

/** Folds a stream. Throws RangeError for an event that no writer of ours can have made. */
export function foldStream(events: readonly StreamEvent[]): StreamFold {
  const chains = foldChains(events);
  const facts = [...chains.values()]
    .map((chain) => effectiveVersion(chain))
    .filter((version) => version !== undefined)
    .sort(compareFacts);
  return {
    chains,
    facts,
    events: new Map(events.map((event) => [event.id, event])),
    next: (events.at(-1)?.sequence ?? -1) + 1,
  };
}
