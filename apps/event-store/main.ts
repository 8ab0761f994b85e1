import { mkdirSync } from 'node:fs';
import { readFaults, startEmbeddedStore, storeFile, StoreRefused } from '@milepost/embedded-store';
import type { RunningStore } from '@milepost/embedded-store';
import { ConfigInvalid, readConfig } from '@milepost/platform';

/** EventStoreDB's own port. */
const PORT = '2113';

async function start(): Promise<RunningStore> {
  const { port, dataDir } = readConfig({
    PORT: process.env.PORT || PORT,
    MILEPOST_DATA_DIR: process.env.MILEPOST_DATA_DIR,
  });
  makeFolder(dataDir);
  const faults = readFaults(process.env.MILEPOST_STORE_FAULTS);
  return startEmbeddedStore({ file: storeFile(dataDir), port, faults });
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreRefused(
      `The data folder ${dataDir} cannot be made (${reason}): choose another with MILEPOST_DATA_DIR.`,
    );
  }
}

function stopOnSignal(store: RunningStore): void {
  const stop = (): void => void store.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

start().then(
  (store) => {
    stopOnSignal(store);
    console.log(`The event store is at ${store.connectionString}`);
  },
  (error: unknown) => {
    const isForPeople = error instanceof StoreRefused || error instanceof ConfigInvalid;
    console.error(isForPeople ? error.message : error);
    process.exit(1);
  },
);
