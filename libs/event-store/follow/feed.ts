import { START, streamNameFilter } from '@eventstore/db-client';
import type { AllStreamResolvedEvent, AllStreamSubscription } from '@eventstore/db-client';
import { countClientFault } from '../clientFaults';
import type { Lease } from '../storeConnection';
import type { Position, StoredEvent } from '../storedEvent';
import { toStoredEvent } from '../toStoredEvent';
import { asError } from '../within';
import { Intake } from './intake';

/** What is handed on at once. */
const BATCH = 500;
/** The store is not asked for more while so many wait, and again once they are fewer than a batch. */
const MOST_WAITING = 1_000;
/** A checkpoint for so many events that were looked at: a follower of a quiet ledger hears that it is alive. */
const SEARCH_WINDOW = 500;

export interface Batch {
  readonly events: readonly StoredEvent[];
  /** Everything written before was delivered with this batch. */
  readonly caughtUp: boolean;
}

/**
 * One subscription, from its start to its end, as batches to be asked for. Nothing in here waits for the owner's work: a callback
 * of the client that takes its time stalls the subscription in silence.
 */
export class Feed {
  /** Events in order; `caught-up` stands where the store said so. */
  private readonly waiting: (StoredEvent | 'caught-up')[] = [];
  private readonly subscription: AllStreamSubscription;
  private readonly intake: Intake;
  private received = 0;
  private caughtUpAfter: number | undefined;
  private ended: Error | undefined;
  private wake: (() => void) | undefined;
  private handedOut = false;
  private checkpoint = -1n;
  confirmed = false;
  /** When the store last said anything in this subscription, by the monotonic clock. */
  heardAt = performance.now();

  constructor(
    private readonly lease: Lease,
    prefix: string,
    from: Position | undefined,
    private readonly onHeard: () => void,
  ) {
    this.intake = new Intake(prefix, from);
    this.subscription = lease.client.subscribeToAll({
      fromPosition: from ?? START,
      filter: streamNameFilter({
        prefixes: [prefix],
        maxSearchWindow: SEARCH_WINDOW,
        checkpointInterval: 1,
        checkpointReached: (_subscription, { commit }) => {
          this.checkpoint = commit;
          this.heard();
        },
      }),
    });
    this.guardConversion();
    this.listen();
  }

  /** Up to here the store has delivered; commit positions, since a checkpoint's prepare position may be zero. */
  get deliveredTo(): bigint {
    const reached = this.intake.reached?.commit ?? -1n;
    return reached > this.checkpoint ? reached : this.checkpoint;
  }

  /** Whether it is on the owner, not on the store, that nothing moves: a batch is in his hands, or more is waiting for him. */
  get isWithOwner(): boolean {
    return this.handedOut || this.waiting.length > 0;
  }

  /** The next batch; asking for it says that the last one is done with. @throws the reason why the subscription ended, after everything it brought was handed on. */
  async next(): Promise<Batch> {
    this.handedOut = false;
    while (this.waiting.length === 0) {
      if (this.ended !== undefined) throw this.ended;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return this.batch();
  }

  end(reason: Error): void {
    if (this.ended !== undefined) return;
    this.ended = reason;
    this.lease.lost.removeEventListener('abort', this.onLost);
    void this.subscription.unsubscribe().catch(() => undefined);
    this.subscription.destroy();
    this.wake?.();
  }

  private readonly onLost = (): void => this.end(asError(this.lease.lost.reason));

  /** The client converts in a promise that nobody awaits: an event that it stumbles over would stop everything in silence. */
  private guardConversion(): void {
    const inside = this.subscription as unknown as { convertGrpcEvent: (message: unknown) => AllStreamResolvedEvent };
    const convert = inside.convertGrpcEvent;
    inside.convertGrpcEvent = (message) => {
      try {
        return convert(message);
      } catch (fault) {
        countClientFault();
        this.end(asError(fault));
        return {};
      }
    };
  }

  private listen(): void {
    this.lease.lost.addEventListener('abort', this.onLost);
    // Stays attached after the end: an error without a listener would end the process.
    this.subscription.on('error', (error) => this.end(asError(error)));
    this.subscription.on('end', () => this.end(new Error('the store ended the subscription')));
    this.subscription.on('close', () => this.end(new Error('the subscription was closed')));
    this.subscription.on('confirmation', () => {
      this.confirmed = true;
      this.heard();
    });
    this.subscription.on('caughtUp', () => {
      // Said when the client read it; events that it read before may still be on their way to us.
      this.caughtUpAfter = this.received + this.subscription.readableLength;
      this.heard();
      this.markCaughtUp();
    });
    this.subscription.on('data', (resolved) => this.receive(resolved));
    if (this.lease.lost.aborted) this.onLost();
  }

  private receive(resolved: AllStreamResolvedEvent): void {
    if (this.ended !== undefined) return;
    this.received += 1;
    this.heard();
    try {
      const event = toStoredEvent(resolved);
      if (this.intake.check(event) === undefined) this.waiting.push(event);
    } catch (error) {
      this.end(asError(error));
    }
    this.markCaughtUp();
    if (this.waiting.length >= MOST_WAITING) this.subscription.pause();
    this.wake?.();
  }

  private markCaughtUp(): void {
    if (this.caughtUpAfter === undefined || this.received < this.caughtUpAfter) return;
    this.caughtUpAfter = undefined;
    this.waiting.push('caught-up');
    this.wake?.();
  }

  private batch(): Batch {
    const mark = this.waiting.indexOf('caught-up');
    const caughtUp = mark !== -1 && mark <= BATCH;
    this.handedOut = true;
    const taken = this.waiting.splice(0, caughtUp ? mark + 1 : BATCH);
    if (this.waiting.length < BATCH && this.subscription.isPaused()) this.subscription.resume();
    return { events: taken.filter((item) => item !== 'caught-up'), caughtUp };
  }

  private heard(): void {
    this.heardAt = performance.now();
    this.onHeard();
  }
}
