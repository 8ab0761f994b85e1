import { readPublicDay } from '../deciding/readPublicDay';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { findFact, notRetracted } from './findFact';

/** A command to dispute a fact. It goes on counting; every figure says how many of its facts are disputed. */
export interface Dispute {
  readonly fact: string;
  readonly grounds: string;
  readonly reportedOn?: string | undefined;
}

/** Decides on a dispute of a fact that is in effect. Several disputes of one fact stand side by side. */
export function decideDispute(command: Dispute, fold: StreamFold, { today }: DecidingContext): Decision {
  const { fact, grounds, reportedOn } = command;
  const marked = findFact(fold, fact);
  if ('rejected' in marked) return marked;
  const refused = notRetracted(marked);
  if (refused) return rejected(refused);
  const published = readPublicDay(reportedOn, today);
  if ('rejected' in published) return published;
  return { accepted: [{ type: 'FactDisputed.v1', data: { fact, grounds }, public: published.mark }] };
}
