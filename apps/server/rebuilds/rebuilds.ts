import { randomUUID } from 'node:crypto';
import { Problem } from '@milepost/platform';
import type { Clock } from '@milepost/platform';
import type { BuiltViews } from '@milepost/views';

/** A rebuild of all views of a ledger, from asked for to in use. */
export interface Rebuild {
  readonly id: string;
  readonly state: 'building' | 'switching' | 'done' | 'failed';
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly finishedAt: number | undefined;
  /** Entries that were built over; undefined while building. */
  readonly entries: number | undefined;
  readonly reason: string | undefined;
}

/** How many are remembered; they are gone with the process. */
const MOST = 20;

/** Rebuilds views beside the ones in use, which answer until the new ones take their place. Owned by the main thread, one a ledger. */
export class Rebuilds {
  private readonly known: Rebuild[] = [];
  private awaited: { readonly name: string; readonly settle: (failure: string | undefined) => void } | undefined;

  /**
   * @param build makes the file
   * @param adopt asks the views' one writer to put it in use
   */
  constructor(
    private readonly clock: Clock,
    private readonly build: () => Promise<BuiltViews>,
    private readonly adopt: (name: string) => void,
  ) {}

  /** Newest first. */
  list(): readonly Rebuild[] {
    return [...this.known].reverse();
  }

  /** @throws Problem 409 `rebuild-running` */
  start(): Rebuild {
    const running = this.known.find(({ state }) => state === 'building' || state === 'switching');
    if (running !== undefined) {
      throw new Problem({
        slug: 'rebuild-running',
        title: 'A rebuild is running',
        status: 409,
        detail: `Rebuild ${running.id} is not done yet; GET /api/v1/rebuilds says how far it is.`,
      });
    }
    const rebuild: Rebuild = {
      id: randomUUID(),
      state: 'building',
      startedAt: this.clock(),
      finishedAt: undefined,
      entries: undefined,
      reason: undefined,
    };
    this.known.push(rebuild);
    if (this.known.length > MOST) this.known.shift();
    void this.run(rebuild.id);
    return rebuild;
  }

  /** The writer has put views in use, or could not. */
  adopted(name: string, failure: string | undefined): void {
    if (this.awaited?.name === name) this.awaited.settle(failure);
  }

  private async run(id: string): Promise<void> {
    try {
      const { name, size } = await this.build();
      this.become(id, { state: 'switching', entries: size });
      const failure = await new Promise<string | undefined>((settle) => {
        this.awaited = { name, settle };
        this.adopt(name);
      });
      if (failure !== undefined) throw new Error(failure);
      this.become(id, { state: 'done', finishedAt: this.clock() });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.become(id, { state: 'failed', finishedAt: this.clock(), reason });
    }
  }

  private become(id: string, change: Partial<Rebuild>): void {
    const place = this.known.findIndex((rebuild) => rebuild.id === id);
    const before = this.known[place];
    if (before !== undefined) this.known[place] = { ...before, ...change };
  }
}
