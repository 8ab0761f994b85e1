import type { DecidingContext } from '../deciding/decidingContext';
import type { TrustCommand } from '../deciding/decideFact';
import { decideFact } from '../deciding/decideFact';
import type { Decision } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { checkRegisterFact, REGISTER_TYPES } from './checkRegisterFact';

/**
 * Decides on a fact of the register: opening, name, place, type, care settings, closing, succession. A succession is
 * recorded with the predecessor, and may not name the predecessor itself.
 */
export function decideRegisterFact(command: TrustCommand, fold: StreamFold, context: DecidingContext): Decision {
  if (!REGISTER_TYPES.has(command.type)) {
    return rejected({ rule: 'not-a-register-fact', sentence: `${command.type} is not a fact of the register.` });
  }
  const { successors } = command.data as { readonly successors?: readonly { readonly ods: string }[] };
  const itself = successors?.findIndex(({ ods }) => ods === command.trust) ?? -1;
  if (itself >= 0) {
    const sentence = 'A trust does not succeed itself.';
    return rejected({ rule: 'successor-is-itself', sentence, pointer: `/successors/${itself}/ods` });
  }
  return decideFact(command, fold, context, checkRegisterFact);
}
