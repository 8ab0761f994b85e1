import type { ResolvedEvent } from '@eventstore/db-client';
import type { StoredEvent } from './storedEvent';
import { errorType } from './storeErrors';
import { toStoredEvent } from './toStoredEvent';
import { asError } from './within';
import type { OnOver } from './within';

/** What is used of a read of the client. It has a `maxCount`, so its whole answer fits into memory. */
export interface PageRead {
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  cancel(): Promise<void>;
}

/**
 * One page, whole or not at all. A read that the client cancels itself looks like one that came to its end,
 * so it must be told that its time is over before the client is disposed of: the first word counts.
 */
export function readPage(read: PageRead, onOver: OnOver): Promise<StoredEvent[]> {
  return new Promise((resolve, reject) => {
    const page: StoredEvent[] = [];
    onOver((reason) => {
      reject(reason);
      void read.cancel().catch(() => undefined);
    });
    read.on('data', (resolved) => {
      try {
        page.push(toStoredEvent(resolved as ResolvedEvent));
      } catch (error) {
        reject(asError(error));
      }
    });
    // Stays attached: an error after the first would have no listener and end the process.
    read.on('error', (error) => {
      if (errorType(error) === 'stream-not-found') resolve([]);
      else reject(asError(error));
    });
    read.on('end', () => resolve(page));
  });
}
