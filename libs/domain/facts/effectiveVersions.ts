import { compareFacts } from './compareFacts';
import type { Sight } from './factChain';
import { effectiveVersion } from './factChain';
import type { FactVersion } from './factVersion';
import { foldChains } from './foldChains';
import type { StreamEvent } from './streamEvent';

/**
 * The versions of a stream's facts in effect at a moment, in the order of facts: of each fact the last that the moment
 * can see; none where that is a retraction; after a reinstatement the version that the retraction took away.
 * @param events of one stream, in order
 */
export function effectiveVersions(events: Iterable<StreamEvent>, sight: Sight = {}): FactVersion[] {
  return [...foldChains(events).values()]
    .map((chain) => effectiveVersion(chain, sight))
    .filter((version) => version !== undefined)
    .sort(compareFacts);
}
