import { parentPort, workerData } from 'node:worker_threads';
import { connectEventStore } from '@milepost/event-store';
import { milepostEvents } from '../recording/milepostEvents';
import type { FollowerRequest } from './followerMessage';
import type { FollowerOptions } from './followerOptions';
import { LedgerFollower } from './ledgerFollower';

/** The follower as a thread: everything it says goes to the main thread, which is the only one to tell it anything. */
const port = parentPort;
if (port === null) throw new Error('The follower runs as a thread of the server.');

const options = workerData as FollowerOptions;
const store = connectEventStore({
  connectionString: options.connectionString,
  // It writes the openings of ledgers and nothing else.
  prefixes: options.ledgers.map(({ ledger }) => `${ledger}.`),
  registry: milepostEvents,
});
const follower = new LedgerFollower(store, options, (message) => port.postMessage(message));

port.on('message', (request: FollowerRequest) => {
  if (request !== 'stop') return void follower.adopt(request.adopt.ledger, request.adopt.name);
  void follower
    .stop()
    .then(() => store.close())
    .then(() => port.close());
});
