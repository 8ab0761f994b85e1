import { connectEventStore } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import type { FollowerHandle } from '../follower/followerHandle';
import type { FollowerMessage } from '../follower/followerMessage';
import { mountLedger } from '../mount/mountLedger';
import type { MountedLedger } from '../mount/mountLedger';
import { milepostEvents } from '../recording/milepostEvents';
import { buildBeside } from '../rebuilds/buildBeside';
import { buildElsewhere } from '../rebuilds/buildElsewhere';
import { firstAdministrator } from './firstAdministrator';
import { importPublicRecord } from './importPublicRecord';
import { LateStore } from './lateStore';
import { LedgerRun } from './ledgerRun';
import type { ServerOptions } from './serverOptions';

/** All ledgers of the server with their applications, and the one connection that writes to them. */
export class Ledgers {
  private readonly runs: readonly LedgerRun[];
  private readonly lateStore = new LateStore();
  private mounted: readonly MountedLedger[] = [];
  private store: EventStore | undefined;

  constructor(
    private readonly options: ServerOptions & Required<Pick<ServerOptions, 'mounts'>> & { readonly origin: string },
    private readonly clock: Clock,
    follower: Pick<FollowerHandle, 'adopt'>,
    private readonly signal: AbortSignal,
  ) {
    const { config, logger, mounts, inOneThread } = options;
    const ways = {
      build:
        inOneThread === true
          ? (...of: Parameters<typeof buildBeside>) => Promise.resolve(buildBeside(...of))
          : buildElsewhere,
      adopt: (ledger: string, name: string) => follower.adopt(ledger, name),
    };
    this.runs = mounts.map((mount) => new LedgerRun(mount, config, this.lateStore, clock, logger, ways));
  }

  async mount(): Promise<readonly MountedLedger[]> {
    this.mounted = await Promise.all(this.runs.map((run) => mountLedger(run.parts)));
    return this.mounted;
  }

  /** The application mounted for a ledger. */
  mountedFor(ledger: string): MountedLedger {
    const mounted = this.mounted[this.runs.findIndex(({ context }) => context.ledger === ledger)];
    if (mounted === undefined) throw new Error(`No application is mounted for ${ledger}.`);
    return mounted;
  }

  receive(message: FollowerMessage): void {
    for (const run of this.runs) run.receive(message);
  }

  /** Connects to the store, and does what a start has to do: first tokens and imports. */
  async begin(connectionString: string): Promise<void> {
    this.store = connectEventStore({
      connectionString,
      prefixes: this.runs.flatMap(({ prefixes }) => prefixes),
      registry: milepostEvents,
      now: this.clock,
    });
    this.lateStore.connect(this.store);
    await Promise.all(this.runs.map((run) => this.fill(run)));
  }

  /** Says in every ledger's application that the start could not be finished. */
  fail(reason: string): void {
    for (const { context } of this.runs) context.startup.next({ kind: 'failed', reason });
  }

  async closeApplications(): Promise<void> {
    await Promise.all(this.mounted.map((mounted) => mounted.close()));
  }

  async close(): Promise<void> {
    await this.store?.close();
    this.runs.forEach((run) => run.close());
  }

  private async fill(run: LedgerRun): Promise<void> {
    const { say, origin } = this.options;
    await firstAdministrator(run, say, origin, this.signal);
    if (run.context.kind === 'public-record') await importPublicRecord(run, this.lateStore, say, this.signal);
    if (!this.signal.aborted) run.context.startup.next({ kind: 'ready' });
  }
}
