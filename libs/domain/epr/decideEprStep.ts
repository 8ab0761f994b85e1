import type { DecidingContext } from '../deciding/decidingContext';
import type { TrustCommand } from '../deciding/decideFact';
import { decideFact } from '../deciding/decideFact';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { checkEprFact } from './checkEprFact';
import { EPR_TYPES } from './eprTypes';

/**
 * Decides on a milestone, plan, return, rating or incident of a trust's EPR. From a state that is not known every first
 * report is accepted: the record is younger than the trusts. `checkEprFact` says what else is asked, `stepTable` which
 * step follows which state. The step is judged at its own time as known now, so late arrivals are judged against the
 * state before them and against what followed.
 * @param fold of the trust's own stream
 */
export function decideEprStep(command: TrustCommand, fold: StreamFold, context: DecidingContext): Decision {
  if (!EPR_TYPES.has(command.type)) {
    return rejected({ rule: 'not-an-epr-fact', sentence: `${command.type} is not a fact about an EPR.` });
  }
  const member = ['members', 'unnamedMembers'].find((name) => command.data[name] !== undefined);
  if (member !== undefined) {
    const sentence = 'Members belong to a programme that trusts share; this is a fact of one trust.';
    return rejected({ rule: 'members-only-in-shared-programmes', sentence, pointer: `/${member}` });
  }
  return decideFact(command, fold, context, (candidate, known, within) => checkEprFact(candidate, known, within));
}
