import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '@milepost/embedded-store';
import type { RunningStore } from '@milepost/embedded-store';
import { connectEventStore } from '@milepost/event-store';
import type { EventStore, StoredEvent } from '@milepost/event-store';
import { registry } from '../../libs/public-record/testing/registry';

/** A store of its own in this thread, and a guarded client to it. */
export interface TestStore {
  readonly client: EventStore;
  /** Stops the store and leaves the client as it is. */
  goAway(): Promise<void>;
  /** Starts the store again, at the same address with the same file. */
  comeBack(): Promise<void>;
  /** Every event below `milepost.`, in the order of the log. */
  all(): Promise<StoredEvent[]>;
  stop(): Promise<void>;
}

/** @param folder of an earlier store, to go on with it */
export async function startTestStore(folder = newFolder()): Promise<TestStore> {
  const file = join(folder, 'store.sqlite');
  let store: RunningStore = await startEmbeddedStore({ file, port: 0 });
  const client = connectEventStore({
    connectionString: store.connectionString,
    prefixes: ['milepost.', 'milepost-work.'],
    registry,
  });
  return {
    client,
    goAway: () => store.stop(),
    comeBack: async () => {
      store = await startEmbeddedStore({ file, port: store.port });
    },
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
