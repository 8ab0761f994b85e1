import { firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { filter } from 'rxjs/operators';
import { connectEventStore, randomEventId } from '@milepost/event-store';
import type { EventRegistry, EventStore, Limits, NewEvent, Position, StoredEvent } from '@milepost/event-store';

/** What our own writer puts beside an event. */
export const METADATA = {
  recordedAt: '2026-03-01T09:00:00.000Z',
  actor: { id: 'a1', role: 'system' },
  origin: 'live',
} as const;
export const REGISTRY: EventRegistry = { 'Counted.v1': { type: 'object' } };

/** Calls are given up early, so that a test of silence does not wait; what is repeated has long, so that a busy machine does not fail. */
export const QUICK: Partial<Limits> = {
  appendMs: 15_000,
  attemptMs: 1_000,
  readMs: 15_000,
  pingMs: 1_000,
  firstPauseMs: 10,
  longestPauseMs: 100,
};

/** For tests of silence: not so short that a busy machine looks silent. */
export const SILENCE: Partial<Limits> = { silenceMs: 1_500, owedMs: 500 };

export function counted(n: number, id = randomEventId()): NewEvent {
  return { id, type: 'Counted.v1', data: { n }, metadata: METADATA };
}

export function connectQuick(connectionString: string, limits: Partial<Limits> = {}): EventStore {
  return connectEventStore({
    connectionString,
    prefixes: ['milepost.', 'milepost-work.'],
    registry: REGISTRY,
    limits: { ...QUICK, ...limits },
  });
}

/** The first value that is as wanted; the test's own time limit ends the wait. */
export function until<T>(values: Observable<T>, wanted: (value: T) => boolean): Promise<T> {
  return firstValueFrom(values.pipe(filter(wanted)));
}

/** An owner of a follower that keeps what it takes, and knows where it stands by that. */
export class Keeper {
  readonly kept: StoredEvent[] = [];
  private readonly waiting: { readonly size: number; readonly met: () => void }[] = [];

  readonly from = (): Position | undefined => this.kept.at(-1)?.position;

  readonly take = (batch: readonly StoredEvent[]): Promise<void> => {
    this.kept.push(...batch);
    for (const { size, met } of this.waiting) if (this.kept.length >= size) met();
    return Promise.resolve();
  };

  holds(size: number): Promise<void> {
    return new Promise((met) => {
      if (this.kept.length >= size) met();
      else this.waiting.push({ size, met });
    });
  }

  get ids(): readonly string[] {
    return this.kept.map((event) => event.id);
  }
}
