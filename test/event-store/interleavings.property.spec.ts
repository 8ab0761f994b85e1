import fc from 'fast-check';
import { startEmbeddedStore } from '@milepost/embedded-store';
import type { RunningStore } from '@milepost/embedded-store';
import { OutcomeUnknown, StoreUnavailable } from '@milepost/event-store';
import type { EventStore, NewEvent } from '@milepost/event-store';
import { temporaryFile } from '../support/temporaryFile';
import { Keeper, connectQuick, counted, until } from '../support/writing';

type Step =
  | { readonly do: 'append'; readonly stream: number; readonly events: number }
  | { readonly do: 'restart' }
  | { readonly do: 'restart-to-cut'; readonly nth: number }
  | { readonly do: 'restart-to-drop'; readonly nth: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      stream: fc.nat(2),
      events: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('restart-to-cut' as const), nth: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('restart-to-drop' as const), nth: fc.integer({ min: 1, max: 9 }) }),
  },
);

/** Writes one stream, one append after the other, as a caller does who repeats what he was not sure of. */
class Writer {
  readonly acknowledged: string[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: EventStore,
    readonly stream: string,
  ) {}

  add(count: number): void {
    const events = Array.from({ length: count }, (_, n) => counted(n));
    this.last = this.last.then(() => this.append(events));
  }

  idle(): Promise<void> {
    return this.last;
  }

  private async append(events: readonly NewEvent[]): Promise<void> {
    const expected = this.acknowledged.length === 0 ? 'no-stream' : BigInt(this.acknowledged.length - 1);
    try {
      await this.client.append(this.stream, events, expected);
    } catch (error) {
      // Whoever is told anything else was told a lie: nobody else writes here.
      if (!(error instanceof OutcomeUnknown || error instanceof StoreUnavailable)) throw error;
      return this.append(events);
    }
    this.acknowledged.push(...events.map((event) => event.id));
  }
}

async function readIds(client: EventStore, stream: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const event of client.readStream(stream)) ids.push(event.id);
  return ids;
}

/** Runs the steps; appends go on while the store goes and comes back. */
async function run(steps: readonly Step[]): Promise<void> {
  const file = temporaryFile('store.db');
  let store: RunningStore = await startEmbeddedStore({ file, port: 0 });
  const client = connectQuick(store.connectionString);
  const writers = [0, 1, 2].map((n) => new Writer(client, `milepost.count-${n}`));
  const keeper = new Keeper();
  const follower = client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
  try {
    for (const next of steps) {
      if (next.do === 'append') writers[next.stream]?.add(next.events);
      else {
        const { port } = store;
        await store.stop();
        const fault =
          next.do === 'restart' ? [] : [{ do: next.do === 'restart-to-cut' ? 'cut' : 'drop', nth: next.nth } as const];
        store = await startEmbeddedStore({ file, port, faults: fault });
      }
    }
    await Promise.all(writers.map((writer) => writer.idle()));
    const written = writers.flatMap((writer) => writer.acknowledged);
    await keeper.holds(written.length);
    await until(follower.state, (state) => state.kind === 'live');
    for (const { stream, acknowledged } of writers) {
      expect(await readIds(client, stream)).toEqual(acknowledged);
      expect(keeper.kept.filter((event) => event.stream === stream).map((event) => event.id)).toEqual(acknowledged);
    }
    expect(keeper.kept).toHaveLength(written.length);
  } finally {
    await client.close();
    await store.stop();
  }
}

describe('appends and a follower, while the store is restarted, cut and dropped at random', () => {
  it('keep everything acknowledged once and in order, and the follower sees exactly the log', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), run), {
      numRuns: 8,
      endOnFailure: true,
    });
  }, 120_000);
});
