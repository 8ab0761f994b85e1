import { WrongRevision } from '@milepost/event-store';
import type { EventStore, ExpectedRevision, NewEvent, StoredEvent } from '@milepost/event-store';

/** As much of a store as tokens need: streams in memory, appended to where they stand, and a switch that makes it unreachable. */
export class MemoryStreams implements Pick<EventStore, 'append' | 'readStream' | 'lastOf'> {
  away = false;
  readonly all = new Map<string, StoredEvent[]>();

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision) {
    const before = this.all.get(stream) ?? [];
    const at = before.at(-1)?.revision ?? 'no-stream';
    if (at !== expected) return Promise.reject(new WrongRevision(stream, expected, at));
    const stored = events.map((event, n) => ({
      ...event,
      stream,
      revision: BigInt(before.length + n),
      position: { commit: 0n, prepare: 0n },
      created: 0,
    }));
    this.all.set(stream, [...before, ...stored]);
    return Promise.resolve({ revision: BigInt(before.length), position: undefined });
  }

  async *readStream(stream: string) {
    if (this.away) throw new Error('away');
    await Promise.resolve();
    yield* this.all.get(stream) ?? [];
  }

  lastOf(stream: string) {
    return this.away ? Promise.reject(new Error('away')) : Promise.resolve(this.all.get(stream)?.at(-1));
  }
}
