import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RunningStore } from '@milepost/embedded-store';
import { startFollowerThread } from '../follower/followerHandle';
import type { FollowerHandle, Receive } from '../follower/followerHandle';
import type { FollowerMessage } from '../follower/followerMessage';
import { FrontDoor } from '../http/frontDoor';
import type { LedgerMount } from './ledgerMount';
import type { Ledgers } from './ledgers';
import { openStore } from './openStore';
import type { ServerOptions } from './serverOptions';
import { StartRefused } from './startRefused';
import { takeDataFolder } from './takeDataFolder';
import type { TakenFolder } from './takeDataFolder';

const PUBLIC_RECORD: LedgerMount = { ledger: 'milepost', kind: 'public-record', basePath: '' };

/**
 * The whole program: it listens first, so that the first page shows what the start is at, then brings up the store, the follower and the
 * import behind it. The order of the steps of `start` and of `stop` is what keeps every promise about them.
 *
 * What this file loads is little, and the rest is loaded while store and follower load in their threads: on two cores that halves a start.
 */
export class Server {
  /** Settles when the server cannot go on, with what happened; never after `stop`. */
  readonly failed: Promise<Error>;
  /** Settles when everything is up: imports done, first token shown. */
  readonly ready: Promise<void>;

  private readonly door = new FrontDoor();
  private readonly over = new AbortController();
  private behind: Promise<void> = Promise.resolve();
  private folder: TakenFolder | undefined;
  private embedded: RunningStore | undefined;
  private follower: FollowerHandle | undefined;
  private ledgers: Ledgers | undefined;
  /** What the follower said before there was anybody to hear it. */
  private early: FollowerMessage[] = [];
  private fail: (error: Error) => void = () => undefined;
  private becomeReady: () => void = () => undefined;

  private constructor(private readonly options: ServerOptions) {
    this.failed = new Promise((resolve) => (this.fail = resolve));
    this.ready = new Promise((resolve) => (this.becomeReady = resolve));
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
    if (this.ledgers === undefined) throw new Error('No application is mounted yet.');
    return this.ledgers.mountedFor(ledger).app;
  }

  /** From the outside in: no new requests, then what writes, then the store, and the folder last. */
  async stop(): Promise<void> {
    this.over.abort();
    await this.door.close();
    // What was still coming up is there to be ended only once it is up.
    await this.behind;
    await this.ledgers?.closeApplications();
    await this.follower?.stop();
    await this.ledgers?.close();
    await this.embedded?.stop();
    this.folder?.letGo();
  }

  private async listen(): Promise<number> {
    const { config, say, mounts = [PUBLIC_RECORD], clock = Date.now } = this.options;
    // 1. The folder before the port: whoever is refused for the folder must not have taken the port from another.
    this.folder = takeDataFolder(config.dataDir);
    const port = await this.door.listen(config.port, config.host);
    const here = `http://${addressOf(config.host)}:${port}`;
    say(`Milepost listens on ${here} and keeps its data in ${config.dataDir}`);
    // 2. Follower and store come up in their threads while the applications are loaded and made in this one.
    const follower = await this.startFollower(mounts);
    const address = this.storeAddress();
    address.catch(() => undefined);
    const { Ledgers } = await import('./ledgers');
    const ledgers = new Ledgers(
      { ...this.options, mounts, origin: config.origin ?? here },
      clock,
      follower,
      this.over.signal,
    );
    this.ledgers = ledgers;
    for (const message of this.early.splice(0)) ledgers.receive(message);
    this.door.mount(await ledgers.mount());
    // 3. What needs all of them goes on behind the first pages.
    this.behind = this.begin(address, follower, ledgers).catch((error: unknown) => this.cannotGoOn(error));
    return port;
  }

  private async begin(address: Promise<string>, follower: FollowerHandle, ledgers: Ledgers): Promise<void> {
    const connectionString = await address;
    if (this.over.signal.aborted) return;
    follower.connect(connectionString);
    await ledgers.begin(connectionString);
    if (!this.over.signal.aborted) this.becomeReady();
  }

  private async storeAddress(): Promise<string> {
    const { config, inOneThread } = this.options;
    if (config.eventStoreUrl !== undefined) return config.eventStoreUrl;
    this.embedded = await openStore(config, inOneThread === true);
    void this.embedded.ended.then((error) => error && this.cannotGoOn(error));
    return this.embedded.connectionString;
  }

  private async startFollower(mounts: readonly LedgerMount[]): Promise<FollowerHandle> {
    const { config, inOneThread, clock = Date.now } = this.options;
    const { followedFor } = await import('../follower/followerOptions');
    const followed = { dataDir: config.dataDir, ledgers: mounts.flatMap(followedFor) };
    const receive: Receive = (message) => this.receive(message);
    this.follower =
      inOneThread === true
        ? (await import('../follower/startFollowerHere')).startFollowerHere(followed, receive, clock)
        : startFollowerThread(followed, receive);
    void this.follower.ended.then((error) => error && this.cannotGoOn(error));
    return this.follower;
  }

  private receive(message: FollowerMessage): void {
    if (message.milepost === 'refused') return this.cannotGoOn(new StartRefused(message.sentence));
    if (this.ledgers === undefined) this.early.push(message);
    else this.ledgers.receive(message);
  }

  private cannotGoOn(error: unknown): void {
    if (this.over.signal.aborted) return;
    const reason = error instanceof Error ? error : new Error(String(error));
    this.ledgers?.fail(reason.message);
    this.fail(reason);
  }
}

function addressOf(host: string): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
