import { jsonEvent } from '@eventstore/db-client';
import { EventRefused } from './eventRefused';
import { randomEventId } from './eventIds';
import type { Appended } from './eventStore';
import type { PreparedAppend } from './preparedAppend';
import type { StoreReads } from './storeReads';
import type { JsonObject, StoredEvent } from './storedEvent';
import { isWorkingStream } from './streamNames';
import { WrongRevision } from './wrongRevision';

/** Others may set something of the same stream at the same time, but not for ever. */
const MOST_TRIES = 3;

/**
 * Keeps only the last `count` events of a working stream, by its metadata stream. Says nothing twice: where it is set already, nothing is written.
 * @throws {EventRefused} for any other stream: a ledger keeps everything.
 */
export async function setMaxCount(
  stream: string,
  count: number,
  reads: StoreReads,
  append: (prepared: PreparedAppend) => Promise<Appended>,
): Promise<void> {
  if (!isWorkingStream(stream)) throw EventRefused.because(stream, 'Only working streams may lose events.');
  if (!Number.isSafeInteger(count) || count < 1)
    throw EventRefused.because(stream, 'A stream keeps at least one event.');
  for (let tries = 1; ; tries += 1) {
    const [last] = await reads.lastOf(`$$${stream}`);
    const settings = settingsIn(last);
    if (settings.$maxCount === count) return;
    try {
      await append(setting(stream, { ...settings, $maxCount: count }, last));
      return;
    } catch (error) {
      if (!(error instanceof WrongRevision) || tries === MOST_TRIES) throw error;
    }
  }
}

function settingsIn(last: StoredEvent | undefined): JsonObject {
  const data = last?.data;
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Uint8Array)
    ? (data as JsonObject)
    : {};
}

function setting(stream: string, data: JsonObject, last: StoredEvent | undefined): PreparedAppend {
  const event = jsonEvent({ id: randomEventId(), type: '$metadata', data });
  return {
    stream: `$$${stream}`,
    expected: last?.revision ?? 'no-stream',
    first: (last?.revision ?? -1n) + 1n,
    ids: [event.id],
    events: [event],
  };
}
