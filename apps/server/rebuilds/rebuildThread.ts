import { parentPort, workerData } from 'node:worker_threads';
import { buildBeside } from './buildBeside';
import type { BuildRequest } from './buildBeside';

/** A rebuild as a thread of its own, which ends with it. */
parentPort?.postMessage(buildBeside(workerData as BuildRequest));
