import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import type { AppendExpectedRevision, AppendResult } from '@eventstore/db-client';
import { checkStore, storeFile } from '@milepost/embedded-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, jsonSamples, newStream } from '../../test/contract/samples';
import { builtApps } from '../../test/support/builtApps';
import type { BuiltApps } from '../../test/support/builtApps';
import { startStoreProcess } from '../../test/support/storeProcess';

const KILLS = 4;
const WRITERS = 8;
const EVENTS_EACH = 3;

/** An append as its writer saw it. */
interface Attempt {
  readonly stream: string;
  readonly ids: readonly string[];
  /** Where the writer was told that it is stored. */
  answer: AppendResult | undefined;
}

/** Appends three events at a time with exact revisions until the store is gone. */
async function writeUntilGone(client: EventStoreDBClient, attempts: Attempt[], answered: () => void): Promise<void> {
  const stream = newStream();
  let expectedRevision: AppendExpectedRevision = NO_STREAM;
  for (;;) {
    const events = jsonSamples(EVENTS_EACH);
    const attempt: Attempt = { stream, ids: events.map(({ id }) => id), answer: undefined };
    attempts.push(attempt);
    try {
      attempt.answer = await client.appendToStream(stream, events, { expectedRevision });
    } catch {
      return;
    }
    expectedRevision = attempt.answer.nextExpectedRevision;
    answered();
  }
}

describe('the event store, killed again and again while it is written to', () => {
  let built: BuiltApps;
  let dataDir = '';
  beforeAll(() => {
    built = builtApps(['apps/event-store', 'libs/embedded-store', 'libs/platform']);
    dataDir = mkdtempSync(join(tmpdir(), 'milepost-killed-'));
  });
  afterAll(() => {
    built.remove();
    rmSync(dataDir, { recursive: true });
  });

  it('holds everything acknowledged, once and where it said, and nothing half', async () => {
    const attempts: Attempt[] = [];
    let interrupted = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const store = await startStoreProcess({ main: built.file('apps/event-store/main.js'), dataDir });
      const client = EventStoreDBClient.connectionString(store.url);
      let answers = 0;
      const due = 30 + Math.floor(Math.random() * 50);
      const answered = (): void => void (++answers === due && store.child.kill('SIGKILL'));
      await Promise.all(Array.from({ length: WRITERS }, () => writeUntilGone(client, attempts, answered)));
      expect(await store.ended).toBe('SIGKILL');
      interrupted += attempts.slice(-WRITERS * 2).filter(({ answer }) => answer === undefined).length;
      await client.dispose();
    }
    expect(interrupted).toBeGreaterThanOrEqual(KILLS);

    const store = await startStoreProcess({ main: built.file('apps/event-store/main.js'), dataDir });
    const client = EventStoreDBClient.connectionString(store.url);
    const all = await collect(client.readAll());
    await client.dispose();
    store.child.kill('SIGTERM');
    expect(await store.ended).toBe(0);

    const places = new Map<string, number[]>();
    all.forEach(({ event }, place) => event && places.set(event.id, [...(places.get(event.id) ?? []), place]));
    for (const { ids, answer } of attempts) {
      const found = ids.flatMap((id) => places.get(id) ?? []);
      expect([0, EVENTS_EACH]).toContain(found.length);
      if (answer === undefined && found.length === 0) continue;
      expect(found).toEqual([0, 1, 2].map((step) => (found[0] ?? 0) + step));
      const last = all[found[EVENTS_EACH - 1] ?? -1]?.event;
      if (answer !== undefined)
        expect(last).toMatchObject({ revision: answer.nextExpectedRevision, position: answer.position });
    }
    expect(places.size).toBe(all.length);
    expect(attempts.flatMap(({ ids }) => ids)).toEqual(expect.arrayContaining([...places.keys()]));
    expect(checkStore(storeFile(dataDir))).toMatchObject({ events: all.length, problems: [] });
  }, 120_000);
});
