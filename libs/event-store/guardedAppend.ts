import { appendOnce } from './appendOnce';
import type { AttemptOutcome } from './appendOnce';
import { backOff } from './backOff';
import { EventRefused } from './eventRefused';
import type { Appended, ExpectedRevision } from './eventStore';
import type { Limits } from './limits';
import { OutcomeUnknown } from './outcomeUnknown';
import { pause } from './pause';
import type { PreparedAppend } from './preparedAppend';
import type { StoreConnection } from './storeConnection';
import type { StoreReads } from './storeReads';
import { StoreUnavailable } from './storeUnavailable';
import { WrongRevision } from './wrongRevision';

/** What stands where the append wants to be. */
type Place =
  { readonly kind: 'ours'; readonly appended: Appended } | { readonly kind: 'empty' | 'others' | 'not-read' };

/**
 * Appends until it is known what became of it, or the time is over.
 *
 * An attempt whose outcome is not known is settled by reading the place where its events would stand: ours there means stored,
 * others there means that it never can be. An empty place settles nothing, since the attempt may still arrive; but the same events
 * at the same exact revision may be sent again, because a store keeps them once however often they come.
 */
export async function guardedAppend(
  connection: StoreConnection,
  reads: StoreReads,
  limits: Limits,
  append: PreparedAppend,
): Promise<Appended> {
  const end = performance.now() + limits.appendMs;
  const left = (): number => Math.max(1, Math.min(limits.attemptMs, end - performance.now()));
  let sent = false;
  /** Whether an earlier attempt may still arrive. */
  let unsettled = false;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOn(connection, append, left());
    if (outcome.kind === 'stored') return outcome.appended;
    if (outcome.kind === 'refused' && !sent)
      throw EventRefused.because(append.stream, `The store says: ${said(outcome.reason)}`);
    sent ||= outcome.kind !== 'not-sent';
    if (sent) {
      const place = await readPlace(reads, append, left());
      if (place.kind === 'ours') return place.appended;
      if (place.kind === 'others') throw new WrongRevision(append.stream, append.expected, actualOf(outcome));
      if (place.kind === 'empty' && outcome.kind === 'wrong-revision' && !unsettled) {
        throw new WrongRevision(append.stream, append.expected, outcome.actual);
      }
    }
    unsettled ||= outcome.kind === 'unknown';
    const wait = backOff(attempt, limits.firstPauseMs, limits.attemptMs);
    if (connection.isClosed || performance.now() + wait >= end) throw gaveUp(append, sent, outcome);
    await pause(wait);
  }
}

async function attemptOn(connection: StoreConnection, append: PreparedAppend, ms: number): Promise<AttemptOutcome> {
  if (connection.isClosed) return { kind: 'not-sent', reason: new Error('the connection is closed'), poisoned: false };
  const lease = await connection.lease();
  const outcome = await appendOnce(lease, append, ms);
  if (outcome.kind === 'not-sent') connection.failed(lease, 'append', outcome.reason, outcome.poisoned);
  else if (outcome.kind === 'unknown') connection.failed(lease, 'append', outcome.reason);
  else connection.succeeded('append');
  return outcome;
}

async function readPlace(reads: StoreReads, append: PreparedAppend, ms: number): Promise<Place> {
  try {
    const page = await reads.placeInStream(append.stream, append.first, append.ids.length, ms);
    const last = page.at(-1);
    if (last === undefined) return { kind: 'empty' };
    const ours = page.length === append.ids.length && page.every((event, n) => event.id === append.ids[n]);
    return ours ? { kind: 'ours', appended: { revision: last.revision, position: last.position } } : { kind: 'others' };
  } catch {
    return { kind: 'not-read' };
  }
}

function actualOf(outcome: AttemptOutcome): ExpectedRevision | undefined {
  return outcome.kind === 'wrong-revision' ? outcome.actual : undefined;
}

function gaveUp(append: PreparedAppend, sent: boolean, outcome: AttemptOutcome): Error {
  const cause = 'reason' in outcome ? outcome.reason : undefined;
  if (sent) return new OutcomeUnknown(append.stream, append.ids, cause);
  return new StoreUnavailable(`appending to ${append.stream}: ${cause?.message ?? 'no answer'}`, cause);
}

function said(reason: Error): string {
  return reason.message === '' ? String((reason as { type?: unknown }).type) : reason.message;
}
