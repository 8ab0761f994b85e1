import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { randomEventId } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import {
  announce,
  LedgerFileRefused,
  LedgerRefused,
  makeLedgerFile,
  newLogOrigin,
  openLedger,
  openLedgerReader,
  startSequencer,
} from '@milepost/ledger';
import type { Sequencer } from '@milepost/ledger';
import type { Clock } from '@milepost/platform';
import type { FollowerMessage } from './followerMessage';
import type { FollowedLedger, FollowerOptions } from './followerOptions';
import { ledgerFile, ledgerFolder } from './ledgerFiles';
import { ViewsKeeper } from './viewsKeeper';

/** Id of the program itself as an actor: random, as every actor's is, and the same in every ledger. */
export const SYSTEM_ACTOR = 'ae2741bd8fbc071d5d4a';

const RETRY_MS = 500;

type Post = (message: FollowerMessage) => void;

/** The follower's work, in whichever thread: opens each ledger, sequences it, and keeps its views. */
export class LedgerFollower {
  private readonly over = new AbortController();
  private readonly running: Promise<void>[];
  private readonly sequencers: Sequencer[] = [];
  private readonly views = new Map<string, ViewsKeeper>();

  /** Told where the store is; nothing is followed before. */
  connect: (store: EventStore) => void = () => undefined;
  private readonly connected = new Promise<EventStore>((resolve) => (this.connect = resolve));

  constructor(
    private readonly options: FollowerOptions,
    private readonly post: Post,
    private readonly now: Clock = Date.now,
  ) {
    this.running = options.ledgers.map((ledger) => this.follow(ledger));
  }

  /** Ends after the batch in hand, and closes the files. */
  async stop(): Promise<void> {
    this.over.abort();
    await Promise.all(this.running);
    await Promise.all(this.sequencers.map((sequencer) => sequencer.stop()));
    await Promise.all([...this.views.values()].map((views) => views.stop()));
  }

  /** Puts views that were built beside the old ones in use, brought up to the head first; says what came of it. */
  async adopt(ledger: string, name: string): Promise<void> {
    try {
      await this.views.get(ledger)?.adopt(name);
      this.post({ milepost: 'adopted', ledger, name });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      this.post({ milepost: 'adopted', ledger, name, failure });
    }
  }

  private async follow(followed: FollowedLedger): Promise<void> {
    const { ledger } = followed;
    try {
      // 1. The files first, so that what is there can be read however long the store takes.
      mkdirSync(ledgerFolder(this.options.dataDir, ledger), { recursive: true });
      makeLedgerFile(this.file(ledger), ledger);
      const views = followed.hasViews ? this.openViews(ledger) : undefined;
      this.post({ milepost: 'opened', ledger });
      // 2. The opening before the sequencer: what follows is only this ledger's if its first event says so.
      const store = await this.storeOrOver();
      if (store === undefined || !(await this.open(store, followed))) return;
      // 3. From here on the ledger follows the store by itself, and the views the ledger.
      const sequencer = startSequencer({ ledger, file: this.file(ledger), store, now: this.now });
      this.sequencers.push(sequencer);
      if (views !== undefined) sequencer.watch.head.subscribe(() => views.wake());
      announce(ledger, sequencer.watch, this.post);
    } catch (error) {
      if (!(error instanceof LedgerRefused || error instanceof LedgerFileRefused)) throw error;
      this.post({ milepost: 'refused', ledger, sentence: error.message });
    }
  }

  private storeOrOver(): Promise<EventStore | undefined> {
    const { signal } = this.over;
    const over = new Promise<undefined>((resolve) => {
      if (signal.aborted) resolve(undefined);
      else signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    return Promise.race([this.connected, over]);
  }

  private openViews(ledger: string): ViewsKeeper {
    const reader = openLedgerReader(this.file(ledger));
    const views = new ViewsKeeper(ledgerFolder(this.options.dataDir, ledger), reader, (failure) =>
      this.post({ milepost: 'views', ledger, failure }),
    );
    this.views.set(ledger, views);
    views.wake();
    return views;
  }

  /** Opens the ledger, trying until the store answers; false where the follower was told to stop meanwhile. */
  private async open(store: EventStore, { ledger, kind }: FollowedLedger): Promise<boolean> {
    const since = this.now();
    while (!this.over.signal.aborted) {
      try {
        await this.tryOpening(store, ledger, kind);
        return true;
      } catch (error) {
        if (error instanceof LedgerRefused) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        this.post({ milepost: 'ledger', ledger, state: { kind: 'store-unavailable', reason, since } });
        await pause(RETRY_MS, undefined, { signal: this.over.signal }).catch(() => undefined);
      }
    }
    return false;
  }

  private async tryOpening(store: EventStore, ledger: string, kind: string): Promise<void> {
    const reader = openLedgerReader(this.file(ledger));
    try {
      await openLedger(store, {
        ledger,
        kind,
        first: reader.entry(0),
        logOrigin: newLogOrigin(ledger),
        now: this.now,
        newId: randomEventId,
        actorId: SYSTEM_ACTOR,
      });
    } finally {
      reader.close();
    }
  }

  private file(ledger: string): string {
    return ledgerFile(this.options.dataDir, ledger);
  }
}
