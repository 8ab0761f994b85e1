import { setTimeout as pause } from 'node:timers/promises';
import { CliFailure, EXIT } from './cliFailure';
import type { MilepostServer } from './milepostServer';
import type { Terminal } from './terminal';

interface Rebuild {
  readonly id: string;
  readonly state: 'building' | 'switching' | 'done' | 'failed';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly entries: string | null;
  readonly reason: string | null;
}

const LOOK_MS = 500;

/** Rebuilds all views and waits until the new ones are in use. */
export async function rebuildCommand(server: MilepostServer, terminal: Terminal, json: boolean): Promise<void> {
  let rebuild = await server.json<Rebuild>({ method: 'POST', path: '/api/v1/rebuilds' });
  for (let told = ''; rebuild.state !== 'done' && rebuild.state !== 'failed';) {
    if (told !== rebuild.state) terminal.tell(`Rebuild ${rebuild.id}: ${rebuild.state}`);
    told = rebuild.state;
    await pause(LOOK_MS);
    const { items } = await server.json<{ items: Rebuild[] }>({ method: 'GET', path: '/api/v1/rebuilds' });
    const found = items.find(({ id }) => id === rebuild.id);
    if (found === undefined)
      throw new CliFailure('The server was started again meanwhile, so the rebuild is gone.', EXIT.stopped);
    rebuild = found;
  }
  if (json) terminal.result(JSON.stringify(rebuild, undefined, 2));
  if (rebuild.state === 'failed') {
    throw new CliFailure(`The rebuild failed: ${rebuild.reason ?? ''} The old views stay in use.`, EXIT.stopped);
  }
  const took = (Date.parse(rebuild.finishedAt ?? '') - Date.parse(rebuild.startedAt)) / 1000;
  if (!json) terminal.result(`The views were rebuilt over ${rebuild.entries ?? ''} entries in ${took.toFixed(1)} s.`);
}
