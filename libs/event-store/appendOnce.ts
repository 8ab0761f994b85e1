import { NO_STREAM } from '@eventstore/db-client';
import type { EventStoreDBClient, WrongExpectedVersionError } from '@eventstore/db-client';
import type { Appended, ExpectedRevision } from './eventStore';
import type { PreparedAppend } from './preparedAppend';
import type { Lease } from './storeConnection';
import { errorType, isAnswerToThisAppend } from './storeErrors';
import { TimedOut, asError, within } from './within';

/** What one attempt is known to have done. Whatever is not certain is `unknown`: a stored event is never called failed. */
export type AttemptOutcome =
  | { readonly kind: 'stored'; readonly appended: Appended }
  | { readonly kind: 'wrong-revision'; readonly actual: ExpectedRevision }
  /** The store answered that it cannot take this, whatever the revision. */
  | { readonly kind: 'refused'; readonly reason: Error }
  /** Nothing left this process. `poisoned`: this client can never append again. */
  | { readonly kind: 'not-sent'; readonly reason: Error; readonly poisoned: boolean }
  | { readonly kind: 'unknown'; readonly reason: Error };

/** One attempt, within `ms` milliseconds. Until the client is ready nothing is sent. */
export async function appendOnce(lease: Lease, append: PreparedAppend, ms: number): Promise<AttemptOutcome> {
  let sending = false;
  try {
    return await within(ms, lease.lost, async (onOver) => {
      let late: Error | undefined;
      onOver((reason) => (late = reason));
      await lease.ready();
      // It was said that nothing was sent; so it must stay.
      if (late !== undefined) throw late;
      sending = true;
      return send(lease.client, append, ms);
    });
  } catch (error) {
    if (sending) return outcomeOf(asError(error));
    return { kind: 'not-sent', reason: asError(error), poisoned: isKept(error) };
  }
}

/**
 * The client asks anew for the features only after these errors; the answer, or the silence, of any other question it repeats for ever.
 * And a channel without a connection pauses between its attempts, in the end for two minutes; only a new one tries at once.
 */
function isKept(error: unknown): boolean {
  return error instanceof TimedOut || !['unavailable', 'cancelled'].includes(String(errorType(error)));
}

async function send(client: EventStoreDBClient, append: PreparedAppend, ms: number): Promise<AttemptOutcome> {
  const { stream, events, expected, first } = append;
  const answer = await client.appendToStream(stream, events, {
    expectedRevision: expected === 'no-stream' ? NO_STREAM : expected,
    // Travels in the message: a server that honours it drops what waited longer.
    deadline: ms,
  });
  const revision = first + BigInt(events.length) - 1n;
  if (!answer.success || answer.nextExpectedRevision !== revision) {
    return { kind: 'unknown', reason: new Error(`the store answered with revision ${answer.nextExpectedRevision}`) };
  }
  return { kind: 'stored', appended: { revision, position: answer.position } };
}

function outcomeOf(error: Error): AttemptOutcome {
  if (!isAnswerToThisAppend(error)) return { kind: 'unknown', reason: error };
  if (errorType(error) !== 'wrong-expected-version') return { kind: 'refused', reason: error };
  const { actualVersion } = error as WrongExpectedVersionError;
  return { kind: 'wrong-revision', actual: typeof actualVersion === 'bigint' ? actualVersion : 'no-stream' };
}
