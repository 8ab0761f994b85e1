import { parentPort, workerData } from 'node:worker_threads';
import type { EmbeddedStoreOptions } from '../runningStore';
import { startEmbeddedStore } from '../startEmbeddedStore';
import { StoreRefused } from '../storeRefused';
import type { ThreadMessage, ThreadRequest } from './threadMessage';

/** The body of the store's thread. An error that is not a refusal ends the thread, and its owner hears of that. */
async function run(): Promise<void> {
  const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);
  try {
    const store = await startEmbeddedStore(workerData as EmbeddedStoreOptions);
    parentPort?.on('message', (request: ThreadRequest) => {
      if (request !== 'stop') return;
      void store.stop().then(() => parentPort?.close());
    });
    tell({ kind: 'listening', port: store.port, connectionString: store.connectionString });
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    tell({ kind: 'refused', sentence: error.message });
    parentPort?.close();
  }
}

void run();
