import { Doorkeeper, SessionCookie, SignInDesk, TokenDesk, TokenRegister, TokenVerifier } from '@milepost/access';
import { accessLedger } from '@milepost/domain';
import { openLedgerReader } from '@milepost/ledger';
import type { Clock, Config, Logger } from '@milepost/platform';
import { ViewsReader } from '@milepost/views';
import type { BuiltViews } from '@milepost/views';
import type { FollowerMessage } from '../follower/followerMessage';
import { ledgerFile, ledgerFolder } from '../follower/ledgerFiles';
import { Readiness } from '../health/readiness';
import type { LedgerParts } from '../mount/ledgerParts';
import type { BuildRequest } from '../rebuilds/buildBeside';
import { Rebuilds } from '../rebuilds/rebuilds';
import { ClocksCompared } from '../recording/clocksCompared';
import { Recorder } from '../recording/recorder';
import { WritingAllowed } from '../recording/writingAllowed';
import type { LateStore } from './lateStore';
import { RunningLedger } from './runningLedger';
import type { LedgerMount } from './ledgerMount';
import { ServerPagesData } from './serverPagesData';

/** How views are built and put in use: in threads, or for tests in this one. */
export interface RebuildWays {
  readonly build: (request: BuildRequest) => Promise<BuiltViews>;
  readonly adopt: (ledger: string, name: string) => void;
}

/** One ledger with the ledger that guards it, and the parts of the application over both. */
export class LedgerRun {
  readonly context: RunningLedger;
  readonly access: RunningLedger;
  readonly parts: LedgerParts;
  readonly pagesData: ServerPagesData;

  constructor(
    mount: LedgerMount,
    private readonly config: Pick<Config, 'dataDir' | 'read' | 'origin'>,
    store: LateStore,
    clock: Clock,
    logger: Logger,
    { build, adopt }: RebuildWays,
  ) {
    this.context = new RunningLedger(mount, clock);
    this.access = new RunningLedger({ ledger: accessLedger(mount.ledger), kind: 'access', basePath: '' }, clock);
    const tokenVerifier = new TokenVerifier(store, mount.ledger, clock);
    const writing = new WritingAllowed(this.context, new ClocksCompared(store, mount.ledger, clock));
    const sessionCookie = new SessionCookie(mount.ledger, mount.basePath, config.origin?.startsWith('https:') === true);
    const doorkeeper = new Doorkeeper(tokenVerifier, config.read, sessionCookie);
    const tokenDesk = new TokenDesk(store, mount.ledger, clock);
    this.pagesData = new ServerPagesData(doorkeeper);
    this.parts = {
      context: this.context,
      readiness: new Readiness(this.context, this.access),
      recorder: new Recorder(this.context, store, writing),
      writing,
      importStore: store,
      rebuilds: new Rebuilds(
        clock,
        () => build(this.filesOf(mount.ledger)),
        (name) => adopt(mount.ledger, name),
      ),
      doorkeeper,
      sessionCookie,
      signInDesk: new SignInDesk(tokenDesk, tokenVerifier, clock),
      origin: config.origin,
      tokenDesk,
      tokenRegister: new TokenRegister(() => this.access.reader()),
      tokenVerifier,
      pagesData: this.pagesData,
      logger,
    };
  }

  /** Below what this ledger's part of the server writes. */
  get prefixes(): readonly string[] {
    const { ledger } = this.context;
    return [`${ledger}.`, `${ledger}-work.`, `${this.access.ledger}.`];
  }

  /** Takes what the follower says of these two ledgers. */
  receive(message: FollowerMessage): void {
    if (message.milepost === 'opened') return this.open(message.ledger);
    if (message.milepost === 'views' && message.ledger === this.context.ledger) {
      return this.parts.readiness.viewsFail(message.failure);
    }
    if (message.milepost === 'adopted' && message.ledger === this.context.ledger) {
      return this.parts.rebuilds.adopted(message.name, message.failure);
    }
    if (message.milepost !== 'ledger') return;
    if (!this.context.remote.receive(message)) this.access.remote.receive(message);
  }

  close(): void {
    this.context.close();
    this.access.close();
  }

  private filesOf(ledger: string): BuildRequest {
    const { dataDir } = this.config;
    return { file: ledgerFile(dataDir, ledger), folder: ledgerFolder(dataDir, ledger) };
  }

  private open(ledger: string): void {
    const { dataDir } = this.config;
    if (ledger === this.access.ledger) {
      this.access.opened(openLedgerReader(ledgerFile(dataDir, ledger)));
      this.access.watch.head.subscribe(() => this.accessMoved());
    }
    if (ledger !== this.context.ledger) return;
    const reader = openLedgerReader(ledgerFile(dataDir, ledger));
    this.context.opened(reader, new ViewsReader(ledgerFolder(dataDir, ledger), reader));
  }

  /** A token that was revoked, here or at another replica, is not taken at its old word any more. */
  private accessMoved(): void {
    for (const id of this.parts.tokenRegister.catchUp()) this.parts.tokenVerifier.forget(id);
  }
}
