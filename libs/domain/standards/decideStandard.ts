import type { Proposal } from '../deciding/candidateOf';
import { candidateOf, UNRECORDED } from '../deciding/candidateOf';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { checkStandard } from './checkStandard';
import { SHIPPED } from './shipped';

/** A command to publish a version of a standard, or to withdraw one or all of them. */
export interface StandardCommand extends Proposal {
  readonly type: 'StandardPublished.v1' | 'StandardWithdrawn.v1';
  /** The standard's id. */
  readonly standard: string;
}

/**
 * Decides on a version of a standard: its dates, its rules, and that nothing stands under its name. A published version
 * never changes but by a correction; other rules are a new version.
 */
export function decideStandard(command: StandardCommand, fold: StreamFold, context: DecidingContext): Decision {
  const { standard, type, data } = command;
  if (SHIPPED.some(({ id }) => id === standard)) {
    return rejected({ rule: 'standard-shipped', sentence: `${standard} comes with Milepost.` });
  }
  if (type === 'StandardWithdrawn.v1' && !fold.facts.some((fact) => fact.type === 'StandardPublished.v1')) {
    return rejected({ rule: 'unknown-standard', sentence: `No version of ${standard} is published.` });
  }
  const candidate = candidateOf(command, UNRECORDED, fold.next, context.today);
  if ('rejected' in candidate) return candidate;
  const rejection = checkStandard(candidate.version, fold.facts, context);
  return rejection ? rejected(rejection) : { accepted: [{ type, data, public: candidate.public }] };
}
