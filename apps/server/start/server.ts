import { mkdirSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  readFaults,
  startEmbeddedStore,
  startEmbeddedStoreThread,
  storeFile,
  StoreRefused,
} from '@milepost/embedded-store';
import type { RunningStore } from '@milepost/embedded-store';
import { connectEventStore } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import type { Clock, Config, Logger } from '@milepost/platform';
import { startFollowerHere, startFollowerThread } from '../follower/followerHandle';
import type { FollowerHandle } from '../follower/followerHandle';
import type { FollowerMessage } from '../follower/followerMessage';
import { FrontDoor } from '../http/frontDoor';
import { mountLedger } from '../mount/mountLedger';
import type { MountedLedger } from '../mount/mountLedger';
import { milepostEvents } from '../recording/milepostEvents';
import { buildBeside } from '../rebuilds/buildBeside';
import { buildElsewhere } from '../rebuilds/buildElsewhere';
import { firstAdministrator } from './firstAdministrator';
import { importPublicRecord } from './importPublicRecord';
import { LateStore } from './lateStore';
import { LedgerRun } from './ledgerRun';
import type { RebuildWays } from './ledgerRun';
import type { LedgerMount } from './runningLedger';
import { StartRefused } from './startRefused';
import { takeDataFolder } from './takeDataFolder';
import type { TakenFolder } from './takeDataFolder';

export interface ServerOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Takes lines for whoever started it: where it listens, how the import goes, the first token. */
  readonly say: (line: string) => void;
  readonly clock?: Clock;
  /** Each is an application of its own under its base path. */
  readonly mounts?: readonly LedgerMount[];
  /** Store and follower in this thread, for tests that run from source, which a thread cannot load. */
  readonly inOneThread?: boolean;
}

const PUBLIC_RECORD: LedgerMount = { ledger: 'milepost', kind: 'public-record', basePath: '' };

/**
 * The whole program: it listens first, so that the first page shows what the start is at, then brings up the store, the follower and the
 * import behind it. The order of the steps of `start` and of `stop` is what keeps every promise about them.
 */
export class Server {
  /** Settles when the server cannot go on, with what happened; never after `stop`. */
  readonly failed: Promise<Error>;
  /** Settles when everything is up: imports done, first token shown. */
  readonly ready: Promise<void>;

  private readonly clock: Clock;
  private readonly runs: readonly LedgerRun[];
  private readonly lateStore = new LateStore();
  private readonly door = new FrontDoor();
  private readonly over = new AbortController();
  private behind: Promise<void> = Promise.resolve();
  private folder: TakenFolder | undefined;
  private mounted: readonly MountedLedger[] = [];
  private embedded: RunningStore | undefined;
  private store: EventStore | undefined;
  private follower: FollowerHandle | undefined;
  private fail: (error: Error) => void = () => undefined;
  private becomeReady: () => void = () => undefined;

  private constructor(private readonly options: ServerOptions) {
    this.clock = options.clock ?? Date.now;
    this.failed = new Promise((resolve) => (this.fail = resolve));
    this.ready = new Promise((resolve) => (this.becomeReady = resolve));
    const { config, logger, mounts = [PUBLIC_RECORD] } = options;
    const ways: RebuildWays = {
      build: options.inOneThread === true ? (request) => Promise.resolve(buildBeside(request)) : buildElsewhere,
      adopt: (ledger, name) => this.follower?.adopt(ledger, name),
    };
    this.runs = mounts.map((mount) => new LedgerRun(mount, config, this.lateStore, this.clock, logger, ways));
  }

  /**
   * Listens; the rest comes up behind it.
   * @throws StartRefused where it cannot even listen
   */
  static async start(options: ServerOptions): Promise<{ server: Server; port: number }> {
    const server = new Server(options);
    try {
      return { server, port: await server.listen() };
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** The application mounted for a ledger. */
  application(ledger: string): NestExpressApplication {
    const place = this.runs.findIndex(({ context }) => context.ledger === ledger);
    const mounted = this.mounted[place];
    if (mounted === undefined) throw new Error(`No application is mounted for ${ledger}.`);
    return mounted.app;
  }

  /** From the outside in: no new requests, then what writes, then the store, and the folder last. */
  async stop(): Promise<void> {
    this.over.abort();
    await this.door.close();
    // What was still coming up is there to be ended only once it is up.
    await this.behind;
    await Promise.all(this.mounted.map((mounted) => mounted.close()));
    await this.follower?.stop();
    await this.store?.close();
    await this.embedded?.stop();
    this.runs.forEach((run) => run.close());
    this.folder?.letGo();
  }

  private async listen(): Promise<number> {
    const { config, say } = this.options;
    // 1. The folder before the port: whoever is refused for the folder must not have taken the port from another.
    this.folder = takeDataFolder(config.dataDir);
    const port = await this.door.listen(config.port, config.host);
    say(`Milepost listens on http://${addressOf(config.host)}:${port} and keeps its data in ${config.dataDir}`);
    // 2. The store comes up while the applications are made.
    this.behind = this.begin().then(
      () => void (this.over.signal.aborted || this.becomeReady()),
      (error: unknown) => this.cannotGoOn(error),
    );
    this.mounted = await Promise.all(this.runs.map((run) => mountLedger(run.parts)));
    this.door.mount(this.mounted);
    return port;
  }

  private async begin(): Promise<void> {
    const connectionString = await this.openStore();
    if (this.over.signal.aborted) return;
    this.store = connectEventStore({
      connectionString,
      prefixes: this.runs.flatMap(({ prefixes }) => prefixes),
      registry: milepostEvents,
      now: this.clock,
    });
    this.lateStore.connect(this.store);
    this.follow(connectionString, this.store);
    await Promise.all(this.runs.map((run) => this.fill(run)));
  }

  private async openStore(): Promise<string> {
    const { config, inOneThread } = this.options;
    if (config.eventStoreUrl !== undefined) return config.eventStoreUrl;
    const start = inOneThread === true ? startEmbeddedStore : startEmbeddedStoreThread;
    // What a test makes the store do wrong; the store refuses to start so in production mode.
    const faults = readFaults(process.env.MILEPOST_STORE_FAULTS);
    this.embedded = await start({ file: storeFile(config.dataDir), port: 0, faults });
    void this.embedded.ended.then((error) => error && this.cannotGoOn(error));
    return this.embedded.connectionString;
  }

  private follow(connectionString: string, store: EventStore): void {
    const { dataDir } = this.options.config;
    mkdirSync(dataDir, { recursive: true });
    const ledgers = this.runs.flatMap(({ followed }) => followed);
    const receive = (message: FollowerMessage): void => this.receive(message);
    this.follower =
      this.options.inOneThread === true
        ? startFollowerHere(store, { dataDir, ledgers }, receive, this.clock)
        : startFollowerThread({ connectionString, dataDir, ledgers }, receive);
    void this.follower.ended.then((error) => error && this.cannotGoOn(error));
  }

  private receive(message: FollowerMessage): void {
    if (message.milepost === 'refused') return this.cannotGoOn(new StartRefused(message.sentence));
    for (const run of this.runs) run.receive(message);
  }

  private async fill(run: LedgerRun): Promise<void> {
    const { say } = this.options;
    const { signal } = this.over;
    await firstAdministrator(run, say, signal);
    if (run.context.kind === 'public-record') await importPublicRecord(run, this.lateStore, say, signal);
    if (!signal.aborted) run.context.startup.next({ kind: 'ready' });
  }

  private cannotGoOn(error: unknown): void {
    if (this.over.signal.aborted) return;
    const reason = error instanceof Error ? error : new Error(String(error));
    const told = reason instanceof StoreRefused ? new StartRefused(reason.message, reason) : reason;
    for (const { context } of this.runs) context.startup.next({ kind: 'failed', reason: told.message });
    this.fail(told);
  }
}

function addressOf(host: string): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
