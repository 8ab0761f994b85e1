import type { DecidingContext } from '../deciding/decidingContext';
import type { TrustCommand } from '../deciding/decideFact';
import { decideFact } from '../deciding/decideFact';
import type { Decision } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { checkAssessment } from './checkAssessment';

/** Decides on an assessment of a trust's care setting: scores within the framework's scale and measures, once a round. */
export function decideAssessment(
  command: Omit<TrustCommand, 'type'>,
  fold: StreamFold,
  context: DecidingContext,
): Decision {
  return decideFact({ ...command, type: 'CapabilityAssessed.v1' }, fold, context, checkAssessment);
}
