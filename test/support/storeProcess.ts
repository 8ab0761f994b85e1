import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Fault } from '@milepost/embedded-store';

export interface StoreProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Settles with exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

interface ProcessOptions {
  readonly main: string;
  readonly dataDir: string;
  readonly port?: number;
  readonly faults?: readonly Fault[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts the event store as a process of its own and waits until it says where it is. Rejects with what it said where it does not start. */
export async function startStoreProcess(options: ProcessOptions): Promise<StoreProcess> {
  const { main, dataDir, port = 0, faults = [], env = {} } = options;
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      MILEPOST_STORE_FAULTS: JSON.stringify(faults),
      ...env,
      MILEPOST_DATA_DIR: dataDir,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code ?? -1)),
  );
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      const found = /esdb:\S+(?=\n)/.exec(out);
      if (found !== null) resolve(found[0]);
    });
    child.once('close', (code) => reject(new StoreDidNotStart(code ?? -1, said)));
  });
  return { url, child, ended };
}

export class StoreDidNotStart extends Error {
  constructor(
    readonly code: number,
    readonly said: string,
  ) {
    super(`The store ended with ${code}: ${said}`);
  }
}
