import { connectEventStore } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import { milepostEvents } from '../recording/milepostEvents';
import type { FollowerHandle, Receive } from './followerHandle';
import type { FollowerOptions } from './followerOptions';
import { LedgerFollower } from './ledgerFollower';

/** The same work in this thread, for tests that run from source, which a thread cannot load. Messages arrive as they would from a thread. */
export function startFollowerHere(options: FollowerOptions, receive: Receive, now: Clock): FollowerHandle {
  const follower = new LedgerFollower(options, (message) => receive(structuredClone(message)), now);
  let store: EventStore | undefined;
  let end: () => void = () => undefined;
  return {
    ended: new Promise((resolve) => (end = () => resolve(undefined))),
    connect: (connectionString) => {
      const prefixes = options.ledgers.map(({ ledger }) => `${ledger}.`);
      store = connectEventStore({ connectionString, prefixes, registry: milepostEvents, now });
      follower.connect(store);
    },
    adopt: (ledger, name) => void follower.adopt(ledger, name),
    stop: () =>
      follower
        .stop()
        .then(() => store?.close())
        .finally(end),
  };
}
