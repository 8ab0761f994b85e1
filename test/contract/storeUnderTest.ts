import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '@milepost/embedded-store';

/** The store that the contract is held against: the server at `EVENTSTORE_URL` where that is set, else an embedded store of its own. */
export interface StoreUnderTest {
  readonly client: EventStoreDBClient;
  /** A second client, with a connection of its own. */
  readonly otherClient: EventStoreDBClient;
  close(): Promise<void>;
}

export async function storeUnderTest(): Promise<StoreUnderTest> {
  const given = process.env.EVENTSTORE_URL;
  const own = given === undefined || given === '' ? await ownStore() : undefined;
  const url = own?.url ?? given ?? '';
  const [client, otherClient] = [EventStoreDBClient.connectionString(url), EventStoreDBClient.connectionString(url)];
  return {
    client,
    otherClient,
    close: async () => {
      await Promise.all([client.dispose(), otherClient.dispose()]);
      await own?.stop();
    },
  };
}

async function ownStore(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-store-'));
  const store = await startEmbeddedStore({ file: join(folder, 'store.sqlite'), port: 0 });
  const stop = async (): Promise<void> => {
    await store.stop();
    rmSync(folder, { recursive: true });
  };
  return { url: store.connectionString, stop };
}
