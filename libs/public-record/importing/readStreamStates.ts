import type { EventStore } from '@milepost/event-store';
import { streamState } from './streamState';
import type { StreamState } from './streamState';

/** So many streams are read at a time: enough to keep the store busy, few enough to leave it time for others. */
const AT_A_TIME = 8;

/**
 * Reads what the streams hold, by subject.
 * @param read is told after each stream how many have been read
 */
export async function readStreamStates(
  store: Pick<EventStore, 'readStream'>,
  ledger: string,
  subjects: readonly string[],
  read: (done: number) => void,
): Promise<Map<string, StreamState>> {
  const states = new Map<string, StreamState>();
  const waiting = subjects.values();
  const readNext = async (): Promise<void> => {
    for (const subject of waiting) {
      states.set(subject, await streamState(store.readStream(`${ledger}.${subject}`)));
      read(states.size);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, readNext));
  return states;
}
