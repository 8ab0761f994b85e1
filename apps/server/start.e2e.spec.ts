import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtApps } from '../../test/support/builtApps';
import type { BuiltApps } from '../../test/support/builtApps';
import { startServerProcess } from '../../test/support/serverProcess';

interface Health {
  readonly checks: readonly { readonly name: string; readonly detail: string }[];
}

describe('starting the server', () => {
  let apps: BuiltApps;
  let folder: string;

  beforeAll(() => {
    apps = builtApps(['apps', 'libs']);
    folder = mkdtempSync(join(tmpdir(), 'milepost-start-'));
  }, 120_000);
  afterAll(() => {
    apps.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (dataDir: string, env: NodeJS.ProcessEnv = {}) =>
    startServerProcess({ main: apps.file('apps/server/main.js'), dataDir, env });

  it('answers while it imports and says how far it is, then ends cleanly when asked to, in the middle too', async () => {
    const server = start(join(folder, 'one'));
    const url = await server.url;
    const page = await fetch(`${url}/`, { headers: { Accept: 'text/html' } });
    expect(page.status).toBeLessThan(500);
    const health = (await (await fetch(`${url}/health/ready`)).json()) as Health;
    expect(health.checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['store', 'ledger', 'start']));
    server.kill('SIGTERM');
    await expect(server.ended).resolves.toBe(0);
  }, 60_000);

  it('refuses a second start on one data folder, and goes on with the first', async () => {
    const dataDir = join(folder, 'two');
    const first = start(dataDir);
    const url = await first.url;
    const second = start(dataDir);
    await expect(second.ended).resolves.toBe(1);
    expect(second.said).toEqual([
      `Another Milepost server has the data folder ${dataDir}. Stop it first, or set MILEPOST_DATA_DIR to another folder.`,
    ]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    first.kill('SIGTERM');
    await expect(first.ended).resolves.toBe(0);
  }, 60_000);

  it('refuses a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const server = start(join(folder, 'three'), { PORT: String(port) });
    await expect(server.ended).resolves.toBe(1);
    expect(server.said).toEqual([
      `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or set PORT to another port.`,
    ]);
    taken.close();
  }, 60_000);

  it('refuses a data folder that cannot be written to', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const server = start(join(file, 'below'));
    await expect(server.ended).resolves.toBe(1);
    expect(server.said).toHaveLength(1);
    expect(server.said[0]).toMatch(/cannot be written to .* Make it writable, or set MILEPOST_DATA_DIR/);
  }, 60_000);

  it('refuses a configuration that cannot be used, naming every variable', async () => {
    const server = start(join(folder, 'four'), { PORT: 'many', MILEPOST_READ: 'sometimes' });
    await expect(server.ended).resolves.toBe(1);
    expect(server.said).toHaveLength(2);
  }, 60_000);

  it('says nothing of a secret in what it logs', async () => {
    const server = start(join(folder, 'five'), { MILEPOST_LOG: 'debug' });
    const url = await server.url;
    const token = await server.token;
    const answer = await fetch(`${url}/api/v1/tokens?cursor=x`, { headers: { Authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(400);
    server.kill('SIGTERM');
    await server.ended;
    const logged = server.said.filter((line) => line.startsWith('{'));
    expect(logged.some((line) => line.includes('/api/v1/tokens'))).toBe(true);
    expect(logged.join('\n')).not.toContain(token.split('_').slice(2).join('_'));
    expect(server.said.filter((line) => line.includes(token))).toHaveLength(1);
  }, 60_000);
});
