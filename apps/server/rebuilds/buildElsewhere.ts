import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BuiltViews } from '@milepost/views';
import type { BuildRequest } from './buildBeside';

/** Builds in a thread of its own, so that nothing waits for it. Needs the built JavaScript. */
export function buildElsewhere(request: BuildRequest): Promise<BuiltViews> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'rebuildThread.js'), { name: 'rebuild', workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The rebuild's thread ended (${code}).`)));
  });
}
