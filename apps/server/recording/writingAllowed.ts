import { clockRefusal } from '@milepost/ledger';
import type { EventStore, StoredEvent } from '@milepost/event-store';
import type { LedgerHead, SequencerState, StoreStamp } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import type { LedgerContext } from '@milepost/views';

/** The two clocks are compared again after so long. */
const STAMP_MS = 60_000;

/** Says whether the ledger may be written to now. Owned by the main thread, one a ledger. */
export class WritingAllowed {
  private stamp: (StoreStamp & { readonly at: number }) | undefined;
  private stampedAt = -Infinity;
  private head: LedgerHead = { size: 0, lastRecordedAt: undefined };
  private state: SequencerState = { kind: 'starting' };

  constructor(
    private readonly context: Pick<LedgerContext, 'watch' | 'clock'>,
    private readonly store: Pick<EventStore, 'lastOf'>,
  ) {
    context.watch.head.subscribe((head) => (this.head = head));
    context.watch.state.subscribe((state) => (this.state = state));
  }

  /** @throws Problem 503 `ledger-stopped`, `clock-refused`, with what to do */
  check(): void {
    if (this.state.kind === 'stopped') throw ledgerStopped(this.state.reason);
    if (this.state.kind === 'starting') throw starting();
    const now = this.context.clock();
    const refusal = clockRefusal(now, this.head, this.stampNow(now));
    if (refusal !== undefined) throw clockRefused(refusal);
  }

  /** Something was appended to this stream: now and then the store's stamp of it is held against our clock. */
  appended(stream: string): void {
    if (performance.now() - this.stampedAt < STAMP_MS) return;
    const at = performance.now();
    this.stampedAt = at;
    this.store.lastOf(stream).then(
      (event) => (this.stamp = event === undefined ? undefined : stampOf(event, at)),
      // Nothing was learned; the next append asks again.
      () => (this.stampedAt = -Infinity),
    );
  }

  /**
   * What the comparison would give now: where the clock was set since, by as much, so that it is known to be right again
   * without an append, which it would not be allowed.
   */
  private stampNow(now: number): StoreStamp | undefined {
    if (this.stamp === undefined) return undefined;
    const { created, serverClock, at } = this.stamp;
    const wasSetBy = now - serverClock - (performance.now() - at);
    return { created, serverClock: serverClock + wasSetBy };
  }
}

function stampOf({ created, metadata }: StoredEvent, at: number): (StoreStamp & { at: number }) | undefined {
  const recordedAt = (metadata as { recordedAt?: unknown } | undefined)?.recordedAt;
  return typeof recordedAt === 'string' ? { created, serverClock: Date.parse(recordedAt), at } : undefined;
}

/** What is appended to a store that is not the ledger's own would be lost to it, or worse, found by it. */
function ledgerStopped(reason: string): Problem {
  return new Problem({
    slug: 'ledger-stopped',
    title: 'The ledger has stopped',
    status: 503,
    detail: `Nothing is recorded, because the ledger cannot go on: ${reason} Reading goes on. An operator must act.`,
    extensions: { reason },
  });
}

function starting(): Problem {
  return new Problem({
    slug: 'starting',
    title: 'Still starting',
    status: 503,
    detail: 'The ledger is being opened. Send the request again in a moment.',
    retryAfter: 1,
  });
}

function clockRefused(detail: string): Problem {
  return new Problem({ slug: 'clock-refused', title: 'The clocks disagree', status: 503, detail });
}
