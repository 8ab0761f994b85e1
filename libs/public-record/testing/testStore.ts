import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '@milepost/embedded-store';
import type { Fault, RunningStore } from '@milepost/embedded-store';
import { connectEventStore } from '@milepost/event-store';
import type { EventStore, StoredEvent } from '@milepost/event-store';
import { registry } from './registry';

/** A store of its own in this thread, and a guarded client to it. */
export interface TestStore {
  readonly client: EventStore;
  /** Every event below `milepost.`, in the order of the log. */
  all(): Promise<StoredEvent[]>;
  stop(): Promise<void>;
}

/** @param folder of an earlier store, to go on with it */
export async function startTestStore(folder = newFolder(), faults: readonly Fault[] = []): Promise<TestStore> {
  const store: RunningStore = await startEmbeddedStore({ file: join(folder, 'store.sqlite'), port: 0, faults });
  const client = connectEventStore({
    connectionString: store.connectionString,
    prefixes: ['milepost.', 'milepost-work.'],
    registry,
  });
  return {
    client,
    all: () => readAll(client),
    stop: async () => {
      await client.close();
      await store.stop();
    },
  };
}

const folders: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-record-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function readAll(client: EventStore): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  await new Promise<void>((resolve, reject) => {
    const follower = client.follow({
      prefix: 'milepost.',
      from: () => events.at(-1)?.position,
      take: (batch) => Promise.resolve(void events.push(...batch)),
      caughtUp: () => void follower.stop().then(resolve, reject),
    });
  });
  return events;
}
