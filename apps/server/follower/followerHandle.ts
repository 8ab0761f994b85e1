import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FollowerMessage, FollowerRequest } from './followerMessage';
import type { FollowerOptions } from './followerOptions';

/** The follower, wherever it runs. It opens its files at once, and begins to follow when it is told where the store is. */
export interface FollowerHandle {
  connect(connectionString: string): void;
  /** Has views that were built beside the old ones put in use; an `adopted` message says what came of it. */
  adopt(ledger: string, name: string): void;
  stop(): Promise<void>;
  /** Settles when it is there no longer: with nothing after `stop`, else with what happened to it. */
  readonly ended: Promise<Error | undefined>;
}

export type Receive = (message: FollowerMessage) => void;

/** A batch of events as objects, and the indexes of the views; beyond this something is wrong. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 6 };

/** Starts the follower in a thread of its own, so that a busy page holds up no batch. Needs the built JavaScript. */
export function startFollowerThread(options: FollowerOptions, receive: Receive): FollowerHandle {
  const worker = new Worker(join(__dirname, 'followerThread.js'), {
    name: 'follower',
    workerData: options,
    resourceLimits: HEAP,
  });
  const tell = (request: FollowerRequest): void => worker.postMessage(request);
  let failure: Error | undefined;
  let isStopping = false;
  worker.on('message', receive);
  worker.once('error', (error) => (failure = error));
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('exit', (code) =>
      resolve(failure ?? (isStopping ? undefined : new Error(`The follower's thread ended (${code}).`))),
    );
  });
  return {
    ended,
    connect: (connectionString) => tell({ connect: connectionString }),
    adopt: (ledger, name) => tell({ adopt: { ledger, name } }),
    stop: async () => {
      isStopping = true;
      tell('stop');
      await ended;
    },
  };
}
