import { OutcomeUnknown, randomEventId, StoreUnavailable, WrongRevision } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import type { StoreStamp } from '@milepost/ledger';
import type { Clock } from '@milepost/platform';
import { SYSTEM_ACTOR } from '../follower/ledgerFollower';

/** A comparison says something for so long. */
const LASTS_MS = 5 * 60_000;
/** Beyond so much between the wall clock and the monotonic one, the machine slept or its clock was set: nothing is known any more. */
const DRIFT_MS = 10_000;
/** Other servers compare in the same stream; what each wrote must still be there when it reads it. */
const KEPT = 20;
const MOST_ATTEMPTS = 5;

interface Comparison extends StoreStamp {
  /** The monotonic clock beside `serverClock`, in milliseconds. It may stand still while a machine sleeps. */
  readonly monotonic: number;
}

type Store = Pick<EventStore, 'append' | 'readStream' | 'lastOf' | 'setMaxCount'>;

/**
 * The server's clock beside the event store's: one append to a working stream, stamped by both. A comparison is never carried over a
 * time of which nothing is known; it is made anew, so that no sleep and no setting of a clock needs a restart to be got over.
 * Owned by the main thread, one a ledger.
 */
export class ClocksCompared {
  private readonly stream: string;
  private last: Comparison | undefined;
  private comparing: Promise<Comparison> | undefined;
  private isBounded = false;

  constructor(
    private readonly store: Store,
    ledger: string,
    private readonly clock: Clock,
    private readonly monotonic: () => number = () => performance.now(),
  ) {
    this.stream = `${ledger}-work.clock-server`;
  }

  /** The last comparison where it still says something, else a new one. @throws StoreUnavailable */
  stamp(): Promise<StoreStamp> {
    return this.last !== undefined && this.stillSays(this.last) ? Promise.resolve(this.last) : this.anew();
  }

  /** A new comparison; whoever asks meanwhile gets the same. @throws StoreUnavailable */
  anew(): Promise<StoreStamp> {
    this.comparing ??= this.compare().finally(() => (this.comparing = undefined));
    return this.comparing;
  }

  private stillSays({ serverClock, monotonic }: Comparison): boolean {
    const [byWall, byMonotonic] = [this.clock() - serverClock, this.monotonic() - monotonic];
    return Math.abs(byWall - byMonotonic) <= DRIFT_MS && Math.max(byWall, byMonotonic) <= LASTS_MS;
  }

  private async compare(): Promise<Comparison> {
    this.last = undefined;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.bound();
        return (this.last = await this.appendOne());
      } catch (error) {
        if (error instanceof WrongRevision && attempt < MOST_ATTEMPTS) continue;
        // Whatever became of this event, what the clocks are compared for was not sent yet.
        if (error instanceof WrongRevision || error instanceof OutcomeUnknown) {
          throw new StoreUnavailable('its clock could not be read', error);
        }
        throw error;
      }
    }
  }

  private async bound(): Promise<void> {
    if (this.isBounded) return;
    await this.store.setMaxCount(this.stream, KEPT);
    this.isBounded = true;
  }

  /** @throws WrongRevision where another server compared at the same time */
  private async appendOne(): Promise<Comparison> {
    const before = (await this.store.lastOf(this.stream))?.revision;
    const [serverClock, monotonic] = [this.clock(), this.monotonic()];
    const metadata = {
      recordedAt: new Date(serverClock).toISOString(),
      actor: { id: SYSTEM_ACTOR, role: 'system' as const },
      origin: 'live' as const,
    };
    const event = { id: randomEventId(), type: 'ClocksCompared.v1', data: {}, metadata };
    const { revision } = await this.store.append(this.stream, [event], before ?? 'no-stream');
    for await (const { id, created } of this.store.readStream(this.stream, revision)) {
      if (id === event.id) return { created, serverClock, monotonic };
    }
    throw new WrongRevision(this.stream, revision, undefined);
  }
}
