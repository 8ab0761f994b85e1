import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openLedgerReader } from '@milepost/ledger';
import { createLogger } from '@milepost/platform';
import { rebuildViews } from '@milepost/views';
import { FrontDoor } from '../../apps/server/http/frontDoor';
import { ledgerFile, ledgerFolder } from '../../apps/server/follower/ledgerFiles';
import { mountLedger } from '../../apps/server/mount/mountLedger';
import { LateStore } from '../../apps/server/start/lateStore';
import { LedgerRun } from '../../apps/server/start/ledgerRun';
import { generatedLedger } from '../generator/generatedLedger';
import { quantile } from './quantile';
import { randomMoments } from './randomMoments';
import type { Row } from './row';

const LEDGER = 'generated';
const SMALL = 10_000;
const LARGE = 1_000_000;
const TRUSTS = 250;
const REQUESTS = 3_000;

/** What a figure at a random moment costs through HTTP, at a hundred times the history; asked in turns, so that a busy moment hits both. */
export async function httpRows(): Promise<readonly Row[]> {
  const small = await serve(SMALL);
  const large = await serve(LARGE);
  try {
    for (const path of paths(SMALL, 200)) await millisecondsOf(small.port, path);
    for (const path of paths(LARGE, 200)) await millisecondsOf(large.port, path);
    const taken: [number[], number[]] = [[], []];
    const largePaths = paths(LARGE, REQUESTS);
    for (const [n, path] of paths(SMALL, REQUESTS).entries()) {
      taken[0].push(await millisecondsOf(small.port, path));
      taken[1].push(await millisecondsOf(large.port, largePaths[n] ?? path));
    }
    return [row('p50', 0.5, taken), row('p99', 0.99, taken, '<= 1.5')];
  } finally {
    await small.close();
    await large.close();
  }
}

function row(name: string, share: number, [small, large]: readonly [number[], number[]], aim?: string): Row {
  const value = quantile(large, share);
  const baseline = quantile(small, share);
  const what = `a figure for all trusts at a random day and size through HTTP, ${name}, at a million events`;
  const ratio = value / baseline;
  return { name: what, value, unit: 'ms', baseline, baselineName: 'at ten thousand', ratio, ...(aim && { aim }) };
}

function paths(size: number, count: number): string[] {
  return randomMoments(size, count).map(
    (moment) => `/api/v1/figures/epr-live?asOf=${moment.date}&recordedBy=size:${moment.size}`,
  );
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function millisecondsOf(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    get({ port, path, agent, host: '127.0.0.1' }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`${path} was answered with ${answer.statusCode}.`));
      });
    }).once('error', reject);
  });
}

/** The application of a generated ledger, over files alone: nothing is written, so it needs no store. */
async function serve(events: number): Promise<{ port: number; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-bench-http-'));
  const file = ledgerFile(dataDir, LEDGER);
  mkdirSync(dirname(file), { recursive: true });
  generatedLedger(file, { seed: 1, trusts: TRUSTS, events }, LEDGER);
  const reader = openLedgerReader(file);
  rebuildViews(reader, ledgerFolder(dataDir, LEDGER));
  const ways = { build: () => Promise.reject(new Error('Nothing is rebuilt here.')), adopt: () => undefined };
  const logger = createLogger({ name: 'bench', level: 'silent' });
  const mount = { ledger: LEDGER, kind: 'demonstration', basePath: '' } as const;
  const run = new LedgerRun(mount, { dataDir, read: 'open' }, new LateStore(), Date.now, logger, ways);
  run.receive({ milepost: 'opened', ledger: LEDGER });
  run.receive({ milepost: 'ledger', ledger: LEDGER, head: reader.head() });
  run.receive({ milepost: 'ledger', ledger: LEDGER, state: { kind: 'live' } });
  run.context.startup.next({ kind: 'ready' });
  const mounted = await mountLedger(run.parts);
  const door = new FrontDoor();
  const port = await door.listen(0, '127.0.0.1');
  door.mount([mounted]);
  const close = async (): Promise<void> => {
    await door.close();
    await mounted.close();
    run.close();
    reader.close();
    rmSync(dataDir, { recursive: true });
  };
  return { port, close };
}
