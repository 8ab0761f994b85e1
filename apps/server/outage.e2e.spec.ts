import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '@milepost/embedded-store';
import type { RunningStore } from '@milepost/embedded-store';
import { bodyOf } from './testing/bodyOf';
import { testServer } from './testing/testServer';
import type { TestServer } from './testing/testServer';

interface Health {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}
interface Problem {
  readonly type: string;
  readonly detail: string;
}

describe('when the store goes away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-store-'));
  let store: RunningStore;
  let milepost: TestServer;
  let reporter: string;
  let deployments = 0;

  const start = (file: string, port = 0) => startEmbeddedStore({ file: join(folder, file), port });
  const record = () =>
    milepost.http
      .post('/api/v1/trusts/RXX/milestones')
      .auth(reporter, { type: 'bearer' })
      .send({
        type: 'EprWentLive',
        deployment: `epr-${(deployments += 1)}`,
        occurredOn: '2024-03-02',
        precision: 'day',
      });
  const check = async (name: string) => {
    const answer = await milepost.http.get('/health/ready');
    const found = bodyOf<Health>(answer).checks.find((one) => one.name === name);
    return { status: answer.status, ok: found?.ok, detail: found?.detail ?? '' };
  };
  const until = async (condition: () => Promise<boolean>) => {
    while (!(await condition()));
  };

  beforeAll(async () => {
    store = await start('store.sqlite');
    milepost = await testServer({ eventStoreUrl: store.connectionString });
    await milepost.register(['RXX']);
    reporter = await milepost.token('reporter', ['RXX']);
    await record().expect(201);
  }, 60_000);
  afterAll(async () => {
    await milepost.stop();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads on and says how old it is, refuses to write within 5 s with what to do, and goes on by itself afterwards', async () => {
    await store.stop();

    const begun = performance.now();
    const refused = await record();
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    expect(['/problems/store-unavailable', '/problems/outcome-unknown']).toContain(bodyOf<Problem>(refused).type);

    const read = await milepost.http.get('/api/v1/trusts/RXX').expect(200);
    const freshAt = Date.parse(read.headers['milepost-fresh-at'] ?? '');
    expect(freshAt).toBeLessThanOrEqual(Date.now());
    await until(async () => !(await check('store')).ok);
    expect(await check('store')).toMatchObject({
      status: 503,
      detail: expect.stringContaining('Not reached since') as string,
    });
    await milepost.http.get('/health/live').expect(200);

    store = await start('store.sqlite', store.port);
    await until(async () => (await check('store')).ok === true);
    const recorded = await record().expect(201);
    const { token } = bodyOf<{ token: string }>(recorded);
    const again = await milepost.http.get('/api/v1/trusts/RXX').set('Milepost-After', token).expect(200);
    expect(Date.parse(again.headers['milepost-fresh-at'] ?? '')).toBeGreaterThanOrEqual(freshAt);
  }, 60_000);

  it('stops and says so where another store comes back in its place', async () => {
    await store.stop();
    store = await start('another.sqlite', store.port);
    await until(async () => (await check('ledger')).detail.startsWith('Stopped'));

    await milepost.http.get('/api/v1/trusts/RXX').expect(200);
    const refused = await record().expect(503);
    expect(bodyOf<Problem>(refused)).toMatchObject({
      type: '/problems/ledger-stopped',
      detail: expect.stringMatching(/Reading goes on.*operator/s) as string,
    });
  }, 60_000);
});
