import { bodyOf } from './testing/bodyOf';
import { testServer } from './testing/testServer';
import type { TestServer } from './testing/testServer';

const MOUNTS = [
  { ledger: 'first', kind: 'live', basePath: '' },
  { ledger: 'second', kind: 'live', basePath: '/second' },
] as const;

const MILESTONE = { type: 'EprWentLive', deployment: 'an-epr', occurredOn: '2024-03-02', precision: 'day' };

interface Entries {
  readonly moment: { readonly ledger: string; readonly size: string };
  readonly items: readonly { readonly stream: string }[];
  readonly next: string | null;
}

describe('two ledgers in one process', () => {
  let milepost: TestServer;

  beforeAll(async () => {
    milepost = await testServer({ mounts: MOUNTS });
    await milepost.register(['RXX']);
    await milepost.register(['RYY'], '/second');
  }, 60_000);
  afterAll(() => milepost.stop());

  const entries = async (basePath: string) =>
    bodyOf<Entries>(await milepost.http.get(`${basePath}/api/v1/entries?limit=500`).expect(200));

  it('hold their own entries, trusts and names', async () => {
    for (const [basePath, ledger, own, other] of [
      ['', 'first', 'RXX', 'RYY'],
      ['/second', 'second', 'RYY', 'RXX'],
    ]) {
      const { moment, items } = await entries(basePath ?? '');
      expect(moment.ledger).toBe(ledger);
      expect(items.every(({ stream }) => stream.startsWith(`${ledger}.`))).toBe(true);
      await milepost.http.get(`${basePath}/api/v1/trusts/${own}`).expect(200);
      await milepost.http.get(`${basePath}/api/v1/trusts/${other}`).expect(404);
    }
  });

  it('link to pages below their own base path', async () => {
    const { next } = bodyOf<Entries>(await milepost.http.get('/second/api/v1/entries?limit=1').expect(200));
    expect(next).toMatch(/^\/second\/api\/v1\/entries\?/);
    await milepost.http.get(next ?? '').expect(200);
  });

  it('take their own tokens and no others', async () => {
    const reporter = await milepost.token('reporter');
    const record = (path: string) => milepost.http.post(path).auth(reporter, { type: 'bearer' }).send(MILESTONE);
    await record('/api/v1/trusts/RXX/milestones').expect(201);
    await record('/second/api/v1/trusts/RYY/milestones').expect(401);
    const administrator = milepost.administrator('first');
    await milepost.http.get('/second/api/v1/tokens').auth(administrator, { type: 'bearer' }).expect(401);
  });

  it('take no position token of each other', async () => {
    const reporter = await milepost.token('reporter', undefined, '/second');
    const answer = await milepost.http
      .post('/second/api/v1/trusts/RYY/milestones')
      .auth(reporter, { type: 'bearer' })
      .send(MILESTONE)
      .expect(201);
    const { token } = bodyOf<{ token: string }>(answer);
    await milepost.http.get('/second/api/v1/trusts').set('Milepost-After', token).expect(200);
    await milepost.http.get('/api/v1/trusts').set('Milepost-After', token).expect(400);
  });

  it('serve no ledger of tokens anywhere', async () => {
    const { items } = await entries('');
    expect(items.some(({ stream }) => stream.includes('access'))).toBe(false);
    await milepost.http.get('/firstaccess/api/v1/entries').expect(404);
  });

  it('have nothing at a path that only begins like a base path', async () => {
    await milepost.http.get('/secondary/api/v1/entries').expect(404);
  });
});
