import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Child {
  readonly url: string;
  /** Resident memory in MB, undefined where the system does not say. */
  memory(): number | undefined;
  end(): Promise<void>;
}

/** Starts a store's main file and waits until it says where it is. */
export async function startChild(main: string, env: NodeJS.ProcessEnv = {}): Promise<Child> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /esdb:\S+/.exec(text.toString());
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`${main} ended with ${code}.`)));
  });
  const end = (): Promise<void> => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url, memory: () => residentMegabytes(child.pid), end };
}

function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? undefined : Number(found[1]) / 1024;
  } catch {
    return undefined;
  }
}
