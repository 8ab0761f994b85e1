import type { Rejection } from '../deciding/decision';
import type { FactVersion } from '../facts/factVersion';
import { trustLife } from './trustLife';

/** A fact is recorded of a trust that the register knows. */
export function knownTrust(trust: string, facts: readonly FactVersion[]): Rejection | undefined {
  if (trustLife(facts).registered) return undefined;
  return {
    rule: 'unknown-trust',
    sentence: `No trust with the code ${trust} is registered.`,
    hint: 'Check the code, or import the register that has it.',
  };
}

/** Nothing happens at a trust certainly after its last day: what follows belongs to its successor. */
export function notAfterClosing(candidate: FactVersion, facts: readonly FactVersion[]): Rejection | undefined {
  const { closed } = trustLife(facts);
  if (!closed || candidate.window.earliest <= closed.window.latest) return undefined;
  return {
    rule: 'trust-closed',
    sentence: 'The trust had closed by then.',
    pointer: '/occurredOn',
    hint: `Record it with the trust that took over, or correct the closing, fact ${closed.fact}.`,
    fact: closed.fact,
  };
}

/** No system is in use at a trust certainly before its first day: what came before belongs to its predecessors. */
export function notBeforeOpening(candidate: FactVersion, facts: readonly FactVersion[]): Rejection | undefined {
  const { registered } = trustLife(facts);
  if (!registered || candidate.window.latest >= registered.window.earliest) return undefined;
  return {
    rule: 'trust-not-open-yet',
    sentence: 'The trust had not opened by then.',
    pointer: '/occurredOn',
    hint: `Record it with the trust that came before, or correct the opening, fact ${registered.fact}.`,
    fact: registered.fact,
  };
}
