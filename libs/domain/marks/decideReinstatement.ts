import { readPublicDay } from '../deciding/readPublicDay';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { findFact, replacesEffective } from './findFact';
import type { Replacement } from './replacement';

/** Decides on a reinstatement: it replaces the retraction and brings back the version that the retraction took away, as it was. */
export function decideReinstatement(command: Replacement, fold: StreamFold, { today }: DecidingContext): Decision {
  const { fact, replaces, reason, reportedOn } = command;
  const marked = findFact(fold, fact);
  if ('rejected' in marked) return marked;
  if (marked.link.kind !== 'retracted') {
    return rejected({ rule: 'fact-not-retracted', sentence: 'This fact is not retracted.', fact });
  }
  const refused = replacesEffective(marked, replaces);
  if (refused) return rejected(refused);
  const published = readPublicDay(reportedOn, today);
  if ('rejected' in published) return published;
  return { accepted: [{ type: 'FactReinstated.v1', data: { fact, replaces, reason }, public: published.mark }] };
}
