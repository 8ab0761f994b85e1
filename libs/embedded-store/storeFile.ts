import { join } from 'node:path';

/** Where the embedded store keeps its file in a data folder. */
export const storeFile = (dataDir: string): string => join(dataDir, 'event-store.sqlite');
