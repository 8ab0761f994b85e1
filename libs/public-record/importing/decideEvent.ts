import { effectiveVersion, lastLink } from '@milepost/domain';
import type { FactChain } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import type { PlannedEvent } from '../plan/plannedEvent';
import { importedKey } from './importedKey';
import type { StreamState } from './streamState';

/** What becomes of a planned event in a stream as it stands. */
export type EventDecision =
  | { readonly do: 'record' }
  /** The data set says something else than before: a new version in the place of the one in effect. */
  | { readonly do: 'correct'; readonly fact: string; readonly replaces: string; readonly byHand: boolean }
  | { readonly do: 'skip' }
  | { readonly do: 'nothing'; readonly reason: string }
  | { readonly do: 'refuse'; readonly reason: string };

/**
 * Decides on one planned event (fixed formats, "Ids"). Compared is what this data set said last for this key and type: the same
 * again is skipped, also where somebody has corrected it by hand since.
 */
export function decideEvent(dataSet: string, event: PlannedEvent, content: string, state: StreamState): EventDecision {
  const last = state.imported.get(importedKey(dataSet, event.key, event.type));
  if (last === undefined) return decideFirst(event, state);
  const link = lastLink(state.chains.get(last.fact) as FactChain);
  if (link === undefined || link.kind === 'retracted') {
    const reason = `What this row says was recorded and then retracted (fact ${last.fact}). Reinstate it, or take the row out.`;
    return { do: 'refuse', reason };
  }
  if (last.content === content) return { do: 'skip' };
  return {
    do: 'correct',
    fact: last.fact,
    replaces: link.id,
    byHand: link.id !== last.id && link.kind === 'corrected',
  };
}

/** An event that this data set never gave may still be in the register, from another source. */
function decideFirst({ type, givesWayTo }: PlannedEvent, { chains }: StreamState): EventDecision {
  if (givesWayTo === undefined) return { do: 'record' };
  for (const chain of chains.values()) {
    const data = chain.type === type ? (effectiveVersion(chain)?.data as JsonObject | undefined) : undefined;
    if (data === undefined) continue;
    if (givesWayTo(data) === 'said-already') return { do: 'nothing', reason: 'The register says so already.' };
    return {
      do: 'refuse',
      reason: `The register says something else (fact ${chain.fact}). Correct that, if it is wrong.`,
    };
  }
  return { do: 'record' };
}
