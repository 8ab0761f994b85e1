import type { SequencerState } from '@milepost/ledger';
import type { LedgerContext, Startup } from '@milepost/views';

/** One thing that must be as it should for the server to be ready. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  /** A sentence. */
  readonly detail: string;
}

/** A view is behind by some milliseconds whenever something is recorded; only when it does not catch up in this time is anything wrong. */
const CATCH_UP_MS = 5_000;

/** Each part by name: the store through the ledger that follows it, the ledger, the views, the start. Owned by the main thread. */
export class Readiness {
  private state: SequencerState = { kind: 'starting' };
  private access: SequencerState = { kind: 'starting' };
  private viewsFailure: string | undefined;
  /** By view, what it was first seen not to have applied yet, and when. */
  private readonly behind = new Map<string, { readonly size: number; readonly at: number }>();
  private freshAt: number | undefined;
  private startup: Startup = { kind: 'starting', step: 'Starting' };

  constructor(
    private readonly context: LedgerContext,
    access: Pick<LedgerContext, 'watch'>,
  ) {
    access.watch.state.subscribe((state) => (this.access = state));
    context.watch.state.subscribe((state) => (this.state = state));
    context.watch.freshAt.subscribe((freshAt) => (this.freshAt = freshAt));
    context.startup.subscribe((startup) => (this.startup = startup));
  }

  /** When the record was last known to be read to its end, milliseconds since 1970; undefined: not yet since the start. */
  get lastFresh(): number | undefined {
    return this.freshAt;
  }

  /** The views cannot be written for now, and why; with undefined they can again. */
  viewsFail(failure: string | undefined): void {
    this.viewsFailure = failure;
  }

  checks(): readonly HealthCheck[] {
    return [this.store(), this.ledger(), this.accessLedger(), ...this.views(), this.start()];
  }

  private store(): HealthCheck {
    const { state } = this;
    if (state.kind === 'store-unavailable') {
      const since = new Date(state.since).toISOString();
      const detail = `Not reached since ${since}: ${sentence(state.reason)} Reading goes on; writing goes on by itself once it is back.`;
      return { name: 'store', ok: false, detail };
    }
    if (state.kind === 'stopped') {
      return { name: 'store', ok: false, detail: 'It is not followed, because the ledger has stopped.' };
    }
    const isHeard = state.kind === 'live' || state.kind === 'catching-up';
    return { name: 'store', ok: isHeard, detail: isHeard ? 'It answers.' : 'Nothing was heard of it yet.' };
  }

  private ledger(): HealthCheck {
    const { state } = this;
    const fresh = this.freshAt === undefined ? 'not yet' : `at ${new Date(this.freshAt).toISOString()}`;
    const detail =
      state.kind === 'stopped'
        ? `Stopped: ${sentence(state.reason)} Reading goes on, nothing is recorded, an operator must act.`
        : `${state.kind}; last read to its end ${fresh}.`;
    return { name: 'ledger', ok: state.kind === 'live', detail };
  }

  private accessLedger(): HealthCheck {
    const { access } = this;
    const detail =
      access.kind === 'stopped' ? `Stopped: ${sentence(access.reason)} An operator must act.` : `${access.kind}.`;
    return { name: 'access ledger', ok: access.kind === 'live', detail };
  }

  private views(): readonly HealthCheck[] {
    if (this.viewsFailure !== undefined) {
      const detail = `They cannot be written (${this.viewsFailure}). What they hold is served; it is tried again every second.`;
      return [{ name: 'views', ok: false, detail }];
    }
    try {
      const { size } = this.context.reader().head();
      return this.context
        .questions()
        .status()
        .map(({ view, next, state }) => ({
          name: `view ${view}`,
          ok: state.kind !== 'halted' && this.keepsUp(view, next, size),
          detail:
            state.kind === 'halted'
              ? `Halted at entry ${state.sequence}: ${state.reason}`
              : `${next} of ${size} entries applied.`,
        }));
    } catch (error) {
      return [{ name: 'views', ok: false, detail: error instanceof Error ? error.message : String(error) }];
    }
  }

  private keepsUp(view: string, next: number, size: number): boolean {
    const now = this.context.clock();
    const seen = this.behind.get(view);
    if (seen !== undefined && next < seen.size) return now - seen.at <= CATCH_UP_MS;
    if (next < size) this.behind.set(view, { size, at: now });
    else this.behind.delete(view);
    return true;
  }

  private start(): HealthCheck {
    const { startup } = this;
    const detail = {
      starting: () => (startup.kind === 'starting' ? `${startup.step}.` : ''),
      importing: () =>
        startup.kind === 'importing' ? `Importing ${startup.file}: ${startup.done} of ${startup.total} rows.` : '',
      ready: () => 'Done.',
      failed: () => (startup.kind === 'failed' ? startup.reason : ''),
    }[startup.kind]();
    return { name: 'start', ok: startup.kind === 'ready', detail };
  }
}

function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
