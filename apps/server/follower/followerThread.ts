import { parentPort, workerData } from 'node:worker_threads';
import { connectEventStore } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import { milepostEvents } from '../recording/milepostEvents';
import type { FollowerRequest } from './followerMessage';
import type { FollowerOptions } from './followerOptions';
import { LedgerFollower } from './ledgerFollower';

/** The follower as a thread: everything it says goes to the main thread, which is the only one to tell it anything. */
const port = parentPort;
if (port === null) throw new Error('The follower runs as a thread of the server.');

const options = workerData as FollowerOptions;
let store: EventStore | undefined;
const follower = new LedgerFollower(options, (message) => port.postMessage(message));

port.on('message', (request: FollowerRequest) => {
  if (request === 'stop') {
    void follower
      .stop()
      .then(() => store?.close())
      .then(() => port.close());
  } else if ('connect' in request) {
    store = connectEventStore({
      connectionString: request.connect,
      // It writes the openings of ledgers and nothing else.
      prefixes: options.ledgers.map(({ ledger }) => `${ledger}.`),
      registry: milepostEvents,
    });
    follower.connect(store);
  } else void follower.adopt(request.adopt.ledger, request.adopt.name);
});
