import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EmbeddedStoreOptions, RunningStore } from './runningStore';
import { StoreRefused } from './storeRefused';
import type { ThreadMessage, ThreadRequest } from './thread/threadMessage';

/** The store's heap holds a page a reader and the index of a few thousand events; beyond this something is wrong. */
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/**
 * Starts the store in a thread of its own, so that it answers however busy this one is. Needs the built JavaScript.
 * Throws {@link StoreRefused} where it cannot run as asked.
 */
export async function startEmbeddedStoreThread(options: EmbeddedStoreOptions): Promise<RunningStore> {
  const worker = new Worker(join(__dirname, 'thread', 'storeThread.js'), {
    name: 'embedded-store',
    workerData: options,
    resourceLimits: HEAP,
  });
  let failure: Error | undefined;
  worker.once('error', (error) => (failure = error));
  let isStopping = false;
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('exit', (code) =>
      resolve(failure ?? (isStopping ? undefined : new Error(`The event store's thread ended (${code}).`))),
    );
  });
  const { port, connectionString } = await listening(worker, ended);
  const stop = async (): Promise<void> => {
    isStopping = true;
    worker.postMessage('stop' satisfies ThreadRequest);
    await ended;
  };
  return { port, connectionString, stop, ended };
}

async function listening(
  worker: Worker,
  ended: Promise<Error | undefined>,
): Promise<Extract<ThreadMessage, { kind: 'listening' }>> {
  const first = new Promise<ThreadMessage>((resolve) => worker.once('message', resolve));
  const message = await Promise.race([first, ended]);
  if (message === undefined || message instanceof Error) throw message ?? new Error('The event store ended at once.');
  if (message.kind === 'refused') throw new StoreRefused(message.sentence);
  return message;
}
