import { checkAssessment } from '../assessments/checkAssessment';
import type { FactCheck } from '../deciding/decideFact';
import { happenedByNow } from '../deciding/happenedByNow';
import { checkEprFact } from '../epr/checkEprFact';
import { EPR_TYPES } from '../epr/eprTypes';
import { checkPosition } from '../positions/checkPosition';
import { checkRegisterFact, REGISTER_TYPES } from '../register/checkRegisterFact';
import { checkStandard } from '../standards/checkStandard';
import { checkSupport } from '../support/checkSupport';
import { checkTargetChange, isAboutTarget } from '../targets/checkTargetChange';

/** Facts of the ICBs' register may be announced ahead of their day, as those of the trusts' may. */
const ICB = 'Icb';

/**
 * Whether corrected data can stand beside the other effective facts, by the rules of the fact's own kind, the version
 * that it replaces left aside. A correction always gives a reason, so a step that needs one has it.
 */
export const checkVersion: FactCheck = (candidate, known, context) => {
  const { type } = candidate;
  if (EPR_TYPES.has(type)) return checkEprFact(candidate, known, context, true);
  if (REGISTER_TYPES.has(type)) return checkRegisterFact(candidate, known, context);
  if (type === 'CapabilityAssessed.v1') return checkAssessment(candidate, known, context);
  if (type === 'SupportAgreed.v1' || type === 'SupportEnded.v1') return checkSupport(candidate, known, context);
  if (isAboutTarget(candidate)) return checkTargetChange(candidate, known, context);
  if (type === 'StandardPublished.v1' || type === 'StandardWithdrawn.v1')
    return checkStandard(candidate, known, context);
  if (type === 'PositionAgreed.v1') return checkPosition(candidate, known, context);
  return type.startsWith(ICB) ? undefined : happenedByNow(candidate, context.today);
};
