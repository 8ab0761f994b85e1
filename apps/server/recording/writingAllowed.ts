import { clockRefusal } from '@milepost/ledger';
import type { LedgerHead, SequencerState, StoreStamp } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import type { LedgerContext } from '@milepost/views';
import type { ClocksCompared } from './clocksCompared';

/** Says whether the ledger may be written to now. Owned by the main thread, one a ledger. */
export class WritingAllowed {
  private head: LedgerHead = { size: 0, lastRecordedAt: undefined };
  private state: SequencerState = { kind: 'starting' };

  constructor(
    private readonly context: Pick<LedgerContext, 'watch' | 'clock'>,
    private readonly clocks: Pick<ClocksCompared, 'stamp' | 'anew'>,
  ) {
    context.watch.head.subscribe((head) => (this.head = head));
    context.watch.state.subscribe((state) => (this.state = state));
  }

  /**
   * @throws Problem 503 `ledger-stopped`, `starting`, `clock-refused`, with what to do; StoreUnavailable
   * where the clocks have to be compared and the store does not answer.
   */
  async check(): Promise<void> {
    if (this.state.kind === 'stopped') throw ledgerStopped(this.state.reason);
    if (this.state.kind === 'starting') throw starting();
    // The head needs no store to be asked.
    const behindHead = this.refusal();
    if (behindHead !== undefined) throw clockRefused(behindHead);
    if (this.refusal(await this.clocks.stamp()) === undefined) return;
    // One of the two may have been set right since they were compared.
    const apart = this.refusal(await this.clocks.anew());
    if (apart !== undefined) throw clockRefused(apart);
  }

  private refusal(stamp?: StoreStamp): string | undefined {
    return clockRefusal(this.context.clock(), this.head, stamp);
  }
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
