import type { DecidingContext } from '../deciding/decidingContext';
import type { TrustCommand } from '../deciding/decideFact';
import { decideFact } from '../deciding/decideFact';
import type { Decision } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { checkSupport } from './checkSupport';

/** A command to record that support was agreed or ended. */
export interface SupportCommand extends TrustCommand {
  readonly type: 'SupportAgreed.v1' | 'SupportEnded.v1';
}

/** Decides on support for a trust: money with an amount and its financial year, policy, or help with delivery. */
export function decideSupport(command: SupportCommand, fold: StreamFold, context: DecidingContext): Decision {
  return decideFact(command, fold, context, checkSupport);
}
