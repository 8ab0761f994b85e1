import { readPublicDay } from '../deciding/readPublicDay';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { findFact, notRetracted, replacesEffective } from './findFact';
import type { Replacement } from './replacement';

/**
 * Decides on a retraction: the fact is no longer claimed, from this entry on. What else is recorded holds it up in no
 * case: an error can always be taken back, also where later facts then follow from nothing.
 */
export function decideRetraction(command: Replacement, fold: StreamFold, { today }: DecidingContext): Decision {
  const { fact, replaces, reason, reportedOn } = command;
  const marked = findFact(fold, fact);
  if ('rejected' in marked) return marked;
  const refused = notRetracted(marked) ?? replacesEffective(marked, replaces);
  if (refused) return rejected(refused);
  const published = readPublicDay(reportedOn, today);
  if ('rejected' in published) return published;
  return { accepted: [{ type: 'FactRetracted.v1', data: { fact, replaces, reason }, public: published.mark }] };
}
