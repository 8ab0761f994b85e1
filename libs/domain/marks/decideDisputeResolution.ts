import { readPublicDay } from '../deciding/readPublicDay';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';

/** A command to resolve a dispute. */
export interface DisputeResolution {
  /** Id of the event that disputed. */
  readonly dispute: string;
  readonly outcome: string;
  readonly reportedOn?: string | undefined;
}

/** Decides on the resolution of a dispute: once, of a dispute in this stream. It changes no fact; a correction may follow it. */
export function decideDisputeResolution(
  command: DisputeResolution,
  fold: StreamFold,
  { today }: DecidingContext,
): Decision {
  const { dispute, outcome, reportedOn } = command;
  const open = [...fold.chains.values()].some(({ disputes }) => disputes.has(dispute));
  if (!open) {
    const known = fold.events.get(dispute)?.type === 'FactDisputed.v1';
    return rejected(
      known
        ? { rule: 'dispute-already-resolved', sentence: 'This dispute is resolved already.', pointer: '/dispute' }
        : { rule: 'unknown-dispute', sentence: `There is no dispute ${dispute} here.`, pointer: '/dispute' },
    );
  }
  const published = readPublicDay(reportedOn, today);
  if ('rejected' in published) return published;
  return { accepted: [{ type: 'DisputeResolved.v1', data: { dispute, outcome }, public: published.mark }] };
}
