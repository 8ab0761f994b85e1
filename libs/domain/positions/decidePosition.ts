import type { Proposal } from '../deciding/candidateOf';
import { candidateOf, UNRECORDED } from '../deciding/candidateOf';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { checkPosition } from './checkPosition';

/** A command to record what was agreed. Its figures are those that the record shows at the moment that it names. */
export interface PositionCommand extends Proposal {
  readonly type: 'PositionAgreed.v1';
}

/** Decides on a position over its own stream: one position an id, about days that are over. */
export function decidePosition(command: PositionCommand, fold: StreamFold, context: DecidingContext): Decision {
  const candidate = candidateOf(command, UNRECORDED, fold.next, context.today);
  if ('rejected' in candidate) return candidate;
  const rejection = checkPosition(candidate.version, fold.facts, context);
  return rejection
    ? rejected(rejection)
    : { accepted: [{ type: command.type, data: command.data, public: candidate.public }] };
}
