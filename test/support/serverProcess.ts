import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Fault } from '@milepost/embedded-store';

/** A whole Milepost as a process of its own, killed with all its threads when the test says so. */
export interface ServerProcess {
  /** Base address, once it listens; rejects with what it said where it does not. */
  readonly url: Promise<string>;
  /** The administrator's token, on a data folder's first start only. */
  readonly token: Promise<string>;
  /** Settles when everything is up. */
  readonly ready: Promise<void>;
  /** Settles with exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Every line said so far, on both outputs. */
  readonly said: readonly string[];
  /** Called for each line as it is said. */
  onLine: (line: string) => void;
  kill(signal: NodeJS.Signals): void;
}

interface Options {
  /** Path of the built `apps/server/main.js`. */
  readonly main: string;
  readonly dataDir: string;
  readonly faults?: readonly Fault[];
  readonly env?: NodeJS.ProcessEnv;
  /** The Node to run it on; by default this one. */
  readonly node?: string;
}

/** Ends what a failed test left running: a server that outlives its test keeps the runner from ending. */
export async function endServerProcesses(): Promise<void> {
  for (const server of running) server.kill('SIGKILL');
  await Promise.all([...running].map(({ ended }) => ended));
}
const running = new Set<ServerProcess>();

export function startServerProcess({ main, dataDir, faults = [], env = {}, node = process.execPath }: Options) {
  const child = spawn(node, [main], {
    env: {
      ...process.env,
      PORT: '0',
      MILEPOST_STORE_FAULTS: JSON.stringify(faults),
      ...env,
      MILEPOST_DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const waiting: { form: RegExp; found: (text: string) => void }[] = [];
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code ?? -1)),
  );
  const saying = (form: RegExp): Promise<string> => {
    const found = new Promise<string>((resolve) => waiting.push({ form, found: resolve }));
    const over = ended.then((how): string => {
      throw new Error(`The server ended with ${how}: ${said.join('\n')}`);
    });
    const first = Promise.race([found, over]);
    // Whoever does not ask for it is not to be told.
    first.catch(() => undefined);
    return first;
  };
  const server: ServerProcess = {
    url: saying(/http:\/\/localhost:\d+/),
    token: saying(/mp_[0-9a-f]+_[\w-]+/),
    ready: saying(/^Ready after/).then(() => undefined),
    ended,
    said,
    onLine: () => undefined,
    kill: (signal) => void child.kill(signal),
  };
  running.add(server);
  void ended.then(() => running.delete(server));
  server.ready.catch(() => undefined);
  for (const output of [child.stdout, child.stderr]) {
    createInterface(output).on('line', (line) => {
      said.push(line);
      for (const { form, found } of waiting) {
        const match = form.exec(line);
        if (match) found(match[0]);
      }
      server.onLine(line);
    });
  }
  return server;
}
