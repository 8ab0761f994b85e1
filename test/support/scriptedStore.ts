import { BehaviorSubject } from 'rxjs';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  FollowOptions,
  Follower,
  FollowerState,
  NewEvent,
  Position,
  StoredEvent,
} from '@milepost/event-store';
import { storedEvent } from './storedEvents';

/** A store that says what a test tells it to, also what no right store would. For specs of what stands behind the client only. */
export class ScriptedStore implements EventStore {
  /** All events, in the order of `$all`. A test may change it at will; `changed` tells the followers. */
  log: StoredEvent[];
  /** While true, every call fails and followers wait. */
  isAway = false;
  batchSize = 3;
  /** Calls of `eventAt` so far. */
  looks = 0;
  private readonly followers = new Set<ScriptedFollower>();

  constructor(log: readonly StoredEvent[] = []) {
    this.log = [...log];
  }

  /** Adds events at the end and lets followers have them. */
  add(...events: readonly StoredEvent[]): void {
    this.log.push(...events);
    this.changed();
  }

  goAway(): void {
    this.isAway = true;
    this.followers.forEach((follower) => follower.drop());
  }

  comeBack(): void {
    this.isAway = false;
    this.changed();
  }

  changed(): void {
    this.followers.forEach((follower) => follower.wake());
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return this.answer(() => {
      const held = this.log.filter((event) => event.stream === stream);
      const last = held.at(-1)?.revision;
      if ((last ?? 'no-stream') !== expected) throw new Error(`${stream} is not at ${String(expected)}`);
      events.forEach((event, index) => {
        this.add(storedEvent(this.log.length, { ...event, stream, revision: BigInt(held.length + index) }));
      });
      return { revision: BigInt(held.length + events.length - 1), position: this.log.at(-1)?.position };
    });
  }

  async *readStream(stream: string, fromRevision = 0n): AsyncIterable<StoredEvent> {
    yield* await this.answer(() => this.log.filter((e) => e.stream === stream && e.revision >= fromRevision));
  }

  lastOf(stream: string): Promise<StoredEvent | undefined> {
    return this.answer(() => this.log.findLast((event) => event.stream === stream));
  }

  eventAt({ commit, prepare }: Position): Promise<StoredEvent | undefined> {
    this.looks += 1;
    return this.answer(() =>
      this.log.find(({ position }) => position.commit === commit && position.prepare === prepare),
    );
  }

  setMaxCount(): Promise<void> {
    return Promise.reject(new Error('no script for it'));
  }

  follow(options: FollowOptions): Follower {
    const follower = new ScriptedFollower(this, options);
    this.followers.add(follower);
    return follower;
  }

  ping(): Promise<boolean> {
    return Promise.resolve(!this.isAway);
  }

  async close(): Promise<void> {
    await Promise.all([...this.followers].map((follower) => follower.stop()));
  }

  private async answer<T>(give: () => T): Promise<T> {
    await Promise.resolve();
    if (this.isAway) throw new Error('the scripted store is away');
    return give();
  }
}

class ScriptedFollower implements Follower {
  readonly state = new BehaviorSubject<FollowerState>({ kind: 'connecting' });
  private readonly running: Promise<void>;
  private isOver = false;
  private isDropped = false;
  private isAwake = false;
  private heard = 0;
  private onWake: () => void = () => {};

  constructor(
    private readonly store: ScriptedStore,
    private readonly options: FollowOptions,
  ) {
    this.running = this.run();
  }

  readonly lastHeard = (): number => this.heard;

  wake(): void {
    this.isAwake = true;
    this.onWake();
  }

  drop(): void {
    this.isDropped = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    try {
      while (!this.isOver) await this.subscribe();
      this.state.next({ kind: 'stopped' });
    } catch (error) {
      this.state.next({ kind: 'stopped', reason: error as Error });
    }
  }

  private async subscribe(): Promise<void> {
    this.state.next({ kind: 'connecting' });
    this.isDropped = false;
    if (this.store.isAway) {
      this.state.next({ kind: 'waiting', reason: 'the scripted store is away', retryInMs: 1 });
      return this.sleep();
    }
    const from = this.options.from();
    let next = from ? this.store.log.findIndex(({ position }) => position.commit > from.commit) : 0;
    if (next === -1) next = this.store.log.length;
    this.state.next({ kind: 'catching-up' });
    while (!this.isOver && !this.isDropped) {
      this.heard = Date.now();
      const batch = this.store.log.slice(next, next + this.store.batchSize);
      next += batch.length;
      const due = batch.filter(({ stream }) => stream.startsWith(this.options.prefix));
      if (due.length > 0) await this.options.take(due);
      if (next < this.store.log.length || this.isDropped || this.isOver) continue;
      if (this.state.value.kind !== 'live') {
        this.state.next({ kind: 'live' });
        this.options.caughtUp?.();
      }
      await this.sleep();
    }
  }

  private async sleep(): Promise<void> {
    if (!this.isAwake) await new Promise<void>((resolve) => (this.onWake = resolve));
    this.isAwake = false;
  }
}
