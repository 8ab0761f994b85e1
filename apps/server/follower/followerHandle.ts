import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EventStore } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import type { FollowerMessage, FollowerRequest } from './followerMessage';
import type { FollowerOptions } from './followerOptions';
import { LedgerFollower } from './ledgerFollower';

/** The follower, wherever it runs. */
export interface FollowerHandle {
  /** Has views that were built beside the old ones put in use; an `adopted` message says what came of it. */
  adopt(ledger: string, name: string): void;
  stop(): Promise<void>;
  /** Settles when it is there no longer: with nothing after `stop`, else with what happened to it. */
  readonly ended: Promise<Error | undefined>;
}

type Receive = (message: FollowerMessage) => void;

/** A batch of events as objects, and the indexes of the views; beyond this something is wrong. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 6 };

/** Starts the follower in a thread of its own, so that a busy page holds up no batch. Needs the built JavaScript. */
export function startFollowerThread(options: FollowerOptions, receive: Receive): FollowerHandle {
  const worker = new Worker(join(__dirname, 'followerThread.js'), {
    name: 'follower',
    workerData: options,
    resourceLimits: HEAP,
  });
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
    adopt: (ledger, name) => worker.postMessage({ adopt: { ledger, name } } satisfies FollowerRequest),
    stop: async () => {
      isStopping = true;
      worker.postMessage('stop' satisfies FollowerRequest);
      await ended;
    },
  };
}

/** The same work in this thread, for tests that run from source, which a thread cannot load. Messages arrive as they would from a thread. */
export function startFollowerHere(
  store: EventStore,
  options: Omit<FollowerOptions, 'connectionString'>,
  receive: Receive,
  now: Clock,
): FollowerHandle {
  const follower = new LedgerFollower(store, options, (message) => receive(structuredClone(message)), now);
  let end: () => void = () => undefined;
  return {
    ended: new Promise((resolve) => (end = () => resolve(undefined))),
    adopt: (ledger, name) => void follower.adopt(ledger, name),
    stop: () => follower.stop().finally(end),
  };
}
