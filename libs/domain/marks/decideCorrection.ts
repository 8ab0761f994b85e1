import { candidateOf } from '../deciding/candidateOf';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { FACT_CORRECTED } from '../events/eventSchemas';
import { sameJson } from '../facts/sameJson';
import { checkVersion } from './checkVersion';
import { findFact, notRetracted, replacesEffective } from './findFact';
import type { Replacement } from './replacement';

/** A correction: the fact's complete data again. */
export interface Correction extends Replacement {
  /** Valid under the schema of the fact's type. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Decides on a correction of any fact. It replaces the version in effect and nothing else; a retracted fact is
 * reinstated first. The corrected data are held to what a new fact of that kind is held to, the version replaced left
 * aside: its dates; that it happened by now; for an EPR fact that it follows from what is known before it, and that
 * nothing that stood so far would contradict what is known afterwards; for an assessment its measures and scale.
 */
export function decideCorrection(command: Correction, fold: StreamFold, context: DecidingContext): Decision {
  const { fact, replaces, reason, reportedOn, data } = command;
  const marked = findFact(fold, fact);
  if ('rejected' in marked) return marked;
  const refused = notRetracted(marked) ?? replacesEffective(marked, replaces);
  if (refused) return rejected(refused);
  if (sameJson(data, marked.link.version?.data)) {
    return rejected({
      rule: 'nothing-corrected',
      sentence: 'These are the data in effect: nothing would change.',
      fact,
    });
  }
  const { type } = marked.chain;
  const candidate = candidateOf({ type, data, reportedOn }, fact, fold.next, context.today);
  if ('rejected' in candidate) return candidate;
  const rejection = checkVersion(candidate.version, fold.facts, context);
  if (rejection) return rejected(rejection);
  const corrects = { fact, replaces, type, reason };
  return { accepted: [{ type: FACT_CORRECTED, data: { ...data, corrects }, public: candidate.public }] };
}
