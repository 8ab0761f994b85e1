import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Follower, FollowerState, Position, StoredEvent } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import type { Subscription } from 'rxjs';
import { LedgerFile } from '../file/ledgerFile';
import type { NewEntry } from '../file/newEntry';
import { isForNow } from './isForNow';
import { nextEntries } from './nextEntries';
import { SEQUENCER_LIMITS } from './sequencer';
import type { Sequencer, SequencerLimits, SequencerOptions } from './sequencer';
import { SequencerHalt } from './sequencerHalt';
import { sequencerState } from './sequencerState';
import { WatchSubjects } from './watchSubjects';
import { whyAnotherStore } from './whyAnotherStore';

/**
 * Starts the one sequencer of a ledger: it follows `$all` from the last event *stored*, gives each event of the ledger the next number
 * and stores it. It waits out whatever passes by itself, and stops for good, saying why, at whatever only an operator can decide.
 * Never throws: a file that cannot be opened is a reason to be stopped.
 */
export function startSequencer(options: SequencerOptions): Sequencer {
  const sequencer = new RunningSequencer(options);
  sequencer.start();
  return sequencer;
}

class RunningSequencer implements Sequencer {
  readonly watch = new WatchSubjects();

  readonly #store: EventStore;
  readonly #now: Clock;
  readonly #limits: SequencerLimits;
  /** Aborted once nothing more may be stored: on a halt, and when the owner stops it. */
  readonly #over = new AbortController();
  /** Owned from `start` on; this is the file's only writer. */
  #file: LedgerFile | undefined;
  #follower: Follower | undefined;
  #followerStates: Subscription | undefined;
  #timers: NodeJS.Timeout[] = [];

  #followerState: FollowerState = { kind: 'connecting' };
  #halted: string | undefined;
  #blocked: string | undefined;
  /** Made once a subscription: nothing of it is stored before the store was seen to be the same. */
  #confirmation: Promise<void> | undefined;
  #confirmed = false;
  /** A batch is in hand, so the ledger is not at the record's end whatever the follower heard. */
  #storing = false;
  #toldFresh = 0;
  #stopped: Promise<void> | undefined;

  constructor(private readonly options: SequencerOptions) {
    this.#store = options.store;
    this.#now = options.now;
    this.#limits = { ...SEQUENCER_LIMITS, ...options.limits };
  }

  start(): void {
    const { ledger, file: path } = this.options;
    try {
      const file = new LedgerFile(path, ledger);
      this.#file = file;
      file.verifyLast(this.#limits.verifiedAtStart);
      this.#tellHead(file);
      this.#follow(file);
    } catch (error) {
      this.#halt(error);
    }
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  async #end(): Promise<void> {
    this.#over.abort();
    await this.#follower?.stop();
    this.#timers.forEach(clearInterval);
    this.#followerStates?.unsubscribe();
    await this.#confirmation?.catch(() => {});
    this.#file?.close();
    this.watch.complete();
  }

  #follow(file: LedgerFile): void {
    this.#follower = this.#store.follow({
      prefix: `${this.options.ledger}.`,
      from: () => {
        this.#confirmation = undefined;
        this.#confirmed = false;
        return file.position;
      },
      take: (batch) => this.#take(file, batch),
      caughtUp: () => this.#tellFreshness(),
    });
    this.#followerStates = this.#follower.state.subscribe((state) => {
      this.#followerState = state;
      // A quiet ledger takes no batch, and must not call itself live over another store.
      if (state.kind === 'live') this.#confirm(file).catch((error: unknown) => this.#halt(error));
      // A follower waits also for a store that lacks the last event taken, and cannot say whether that will ever pass.
      if (state.kind === 'waiting') void this.#haltIfAnother(file);
      if (state.kind === 'stopped') this.#halt(state.reason ?? new Error('Following the event store has ended.'));
      this.#tell();
    });
    const { confirmEveryMs, freshEveryMs } = this.#limits;
    this.#every(confirmEveryMs, () => void this.#confirmAgain(file));
    this.#every(freshEveryMs, () => this.#tellFreshness());
  }

  async #take(file: LedgerFile, batch: readonly StoredEvent[]): Promise<void> {
    this.#storing = true;
    try {
      // 1. Nothing is added while it is not known that this is the store that the ledger was read from.
      await this.#confirm(file);
      // 2. What may follow, follows, up to the first event that may not.
      const { entries, position, halt } = nextEntries(file, batch);
      if (position) await this.#append(file, entries, position);
      // 3. Only then is it said that it stops, so that the head is all that was right.
      if (halt !== undefined) throw new SequencerHalt(halt);
    } catch (error) {
      this.#halt(error);
      throw error;
    } finally {
      this.#storing = false;
    }
    this.#tellFreshness();
  }

  async #append(file: LedgerFile, entries: readonly NewEntry[], position: Position): Promise<void> {
    await this.#untilDone(
      () => file.append(entries, position),
      isForNow,
      (why) => `The ledger's file cannot be written (${why}). Make room; sequencing then goes on by itself.`,
    );
    this.#tellHead(file);
  }

  #confirm(file: LedgerFile): Promise<void> {
    this.#confirmation ??= this.#confirmOnce(file);
    return this.#confirmation;
  }

  async #confirmOnce(file: LedgerFile): Promise<void> {
    await this.#untilDone(
      () => this.#check(file),
      (error) => !(error instanceof SequencerHalt),
      (why) => why,
    );
    this.#confirmed = true;
    this.#tell();
  }

  /** Between subscriptions nothing else would notice that a quiet store was replaced under a proxy or restored in place. */
  async #confirmAgain(file: LedgerFile): Promise<void> {
    if (this.#confirmed) await this.#haltIfAnother(file);
  }

  async #haltIfAnother(file: LedgerFile): Promise<void> {
    if (this.#over.signal.aborted) return;
    await this.#check(file).catch((error: unknown) => {
      // A store that does not answer is the follower's to report.
      if (error instanceof SequencerHalt) this.#halt(error);
    });
  }

  /** @throws SequencerHalt where the store is another; whatever the store's call throws. */
  async #check(file: LedgerFile): Promise<void> {
    const { position } = file;
    const last = file.lastEntry();
    if (!position || !last) return;
    const why = await whyAnotherStore(this.#store, { ...last, sequence: file.size - 1, position });
    if (why !== undefined) throw new SequencerHalt(why);
  }

  /** Tries until it is done, saying why not meanwhile. @throws what trying again cannot mend, and when all is over. */
  async #untilDone(
    attempt: () => void | Promise<void>,
    isPassing: (error: unknown) => boolean,
    say: (why: string) => string,
  ): Promise<void> {
    for (;;) {
      this.#over.signal.throwIfAborted();
      try {
        await attempt();
        break;
      } catch (error) {
        if (!isPassing(error)) throw error;
        this.#blocked = say((error as Error).message);
        this.#tell();
        await pause(this.#limits.retryMs, undefined, { signal: this.#over.signal });
      }
    }
    this.#blocked = undefined;
    this.#tell();
  }

  #halt(error: unknown): void {
    if (this.#over.signal.aborted) return;
    this.#halted = (error as Error).message;
    this.#over.abort();
    this.#tell();
    // Not awaited: a halt can come from inside the follower, which ends by itself then.
    void this.#follower?.stop();
  }

  #tellHead({ size, lastRecordedAt }: LedgerFile): void {
    this.watch.head.next({ size, lastRecordedAt });
  }

  #tell(): void {
    const before = this.watch.state.value;
    const state = sequencerState(
      { halted: this.#halted, blocked: this.#blocked, follower: this.#followerState, confirmed: this.#confirmed },
      before,
      this.#now(),
    );
    if (JSON.stringify(state) !== JSON.stringify(before)) this.watch.state.next(state);
  }

  #tellFreshness(): void {
    const heard = this.#follower?.lastHeard() ?? 0;
    if (this.watch.state.value.kind !== 'live' || this.#storing || heard <= this.#toldFresh) return;
    this.#toldFresh = heard;
    this.watch.freshAt.next(heard);
  }

  #every(milliseconds: number, action: () => void): void {
    this.#timers.push(setInterval(action, milliseconds).unref());
  }
}
