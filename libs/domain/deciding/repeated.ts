import type { StreamEvent } from '../facts/streamEvent';
import type { Rejection } from './decision';
import type { StreamFold } from './foldStream';

/** Whether a command was seen before: `again` carries the event it made then, whose answer is given once more. */
export type Repetition =
  { readonly kind: 'new' | 'conflict' } | { readonly kind: 'again'; readonly event: StreamEvent };

/**
 * A command with an idempotency key has an id made from it. That id in the stream with the same request hash is the same
 * command again, also after the stream has grown; with another hash the key was used for another command.
 */
export function repeated(fold: Pick<StreamFold, 'events'>, id: string, requestHash: string): Repetition {
  const event = fold.events.get(id);
  if (!event) return { kind: 'new' };
  return event.requestHash === requestHash ? { kind: 'again', event } : { kind: 'conflict' };
}

export const KEY_REUSED: Rejection = {
  rule: 'idempotency-key-reused',
  sentence: 'This idempotency key was used before, with another request.',
  hint: 'Send the request with a new key, or the first request unchanged.',
};
