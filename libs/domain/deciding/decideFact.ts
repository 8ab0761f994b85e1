import { codeRefused } from './codeRefused';
import type { Proposal } from './candidateOf';
import { candidateOf, UNRECORDED } from './candidateOf';
import type { DecidingContext } from './decidingContext';
import type { Decision, Rejection } from './decision';
import { rejected } from './decision';
import type { StreamFold } from './foldStream';
import type { FactVersion } from '../facts/factVersion';
import { knownTrust } from '../register/withinLife';

/** A command to record a fact about a trust. */
export interface TrustCommand extends Proposal {
  /** The trust's code. */
  readonly trust: string;
}

/** Whether a fact can stand beside the other facts of its stream: the rule that it breaks, or undefined. */
export type FactCheck = (
  candidate: FactVersion,
  known: readonly FactVersion[],
  context: DecidingContext,
) => Rejection | undefined;

/** Decides on a new fact about a trust: its code, whether the register has it, the dates, then the check of its kind. */
export function decideFact(
  command: TrustCommand,
  fold: StreamFold,
  context: DecidingContext,
  check: FactCheck,
): Decision {
  const { trust, type, data } = command;
  const refused =
    codeRefused(trust, context.ledger) ?? (type === 'TrustRegistered.v1' ? undefined : knownTrust(trust, fold.facts));
  if (refused) return rejected(refused);
  const candidate = candidateOf(command, UNRECORDED, fold.next, context.today);
  if ('rejected' in candidate) return candidate;
  const rejection = check(candidate.version, fold.facts, context);
  return rejection ? rejected(rejection) : { accepted: [{ type, data, public: candidate.public }] };
}
