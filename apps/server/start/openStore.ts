import type { RunningStore } from '@milepost/embedded-store';
import type { Config } from '@milepost/platform';
import { StartRefused } from './startRefused';

/**
 * Starts the embedded store on the data folder, in a thread of its own unless all is to be in one.
 * @throws StartRefused where it cannot run
 */
export async function openStore({ dataDir }: Pick<Config, 'dataDir'>, inOneThread: boolean): Promise<RunningStore> {
  const { readFaults, startEmbeddedStore, startEmbeddedStoreThread, storeFile, StoreRefused } =
    await import('@milepost/embedded-store');
  const start = inOneThread ? startEmbeddedStore : startEmbeddedStoreThread;
  // What a test makes the store do wrong; the store refuses to start so in production mode.
  const faults = readFaults(process.env.MILEPOST_STORE_FAULTS);
  try {
    return await start({ file: storeFile(dataDir), port: 0, faults });
  } catch (error) {
    throw error instanceof StoreRefused ? new StartRefused(error.message, error) : error;
  }
}
