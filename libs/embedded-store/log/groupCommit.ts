import { status } from '@grpc/grpc-js';
import type { Append, AppendOutcome } from './append';
import type { Committed, EventLog } from './eventLog';
import { isDiskFull } from './sqliteFailure';

type Answer = (outcome: AppendOutcome) => void;
type Listener = (events: readonly Committed[]) => void;

interface Waiting {
  readonly append: Append;
  readonly answer: Answer;
}

/** Bounds what one transaction holds in memory; what is beyond waits for the next turn. */
const GROUP_BYTES = 4 * 1024 * 1024;
/**
 * Appends that arrive while the disk is busy share the next sync: the wait for the disk is the window, there is no timer.
 * Each turn of the event loop takes all that was read from the sockets meanwhile.
 */
export class GroupCommit {
  private readonly listeners = new Set<Listener>();
  private waiting: Waiting[] = [];
  private idle: (() => void)[] = [];
  private isDue = false;
  /** Why no more appends are taken. */
  private broken: string | undefined;

  constructor(private readonly log: EventLog) {}

  /** Answers once the append is safely stored, or is known not to be. */
  append(append: Append, answer: Answer): void {
    this.waiting.push({ append, answer });
    if (this.isDue) return;
    this.isDue = true;
    setImmediate(() => this.flush());
  }

  /** Calls the listener with each group of events, once they are safely stored. Returns how to stop that. */
  onCommitted(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Settles once every append taken so far is answered. */
  settled(): Promise<void> {
    if (this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  private flush(): void {
    const group = this.nextGroup();
    const { outcomes, events } = this.store(group);
    group.forEach(({ answer }, index) =>
      answer(outcomes[index] ?? { kind: 'unknown', sentence: 'The append was lost.' }),
    );
    if (events.length > 0) this.listeners.forEach((listener) => listener(events));
    this.isDue = this.waiting.length > 0;
    if (this.isDue) setImmediate(() => this.flush());
    else this.idle.splice(0).forEach((resolve) => resolve());
    if (this.log.isUntidy) setImmediate(() => this.tidy());
  }

  private nextGroup(): Waiting[] {
    let bytes = 0;
    const end = this.waiting.findIndex(({ append }) => (bytes += sizeOf(append)) > GROUP_BYTES);
    return this.waiting.splice(0, end < 0 ? this.waiting.length : Math.max(end, 1));
  }

  private store(group: readonly Waiting[]): { outcomes: AppendOutcome[]; events: readonly Committed[] } {
    if (this.broken !== undefined) return { outcomes: group.map(() => refused(this.broken ?? '')), events: [] };
    try {
      return this.log.commit(group.map(({ append }) => append));
    } catch (error) {
      return { outcomes: group.map(() => this.failed(error)), events: [] };
    }
  }

  private failed(error: unknown): AppendOutcome {
    if (isDiskFull(error)) {
      const sentence =
        'The disk of the event store is full: make room; it goes on by itself. Nothing of this append was stored.';
      return { kind: 'refused', code: status.RESOURCE_EXHAUSTED, sentence };
    }
    const reason = error instanceof Error ? error.message : String(error);
    this.broken = `The event store could not write (${reason}) and takes no more appends until it is started again.`;
    return { kind: 'unknown', sentence: this.broken };
  }

  private tidy(): void {
    if (!this.log.isUntidy || this.broken !== undefined) return;
    try {
      this.log.tidy();
    } catch (error) {
      if (!isDiskFull(error)) this.failed(error);
    }
  }
}

const refused = (sentence: string): AppendOutcome => ({ kind: 'refused', code: status.UNAVAILABLE, sentence });

function sizeOf({ events }: Append): number {
  return events.reduce((sum, event) => sum + event.data.length + event.metadata.length + 512, 0);
}
