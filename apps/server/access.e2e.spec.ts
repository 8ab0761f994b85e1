import { actionOf, permits } from '@milepost/access';
import { TOKEN_ROLES } from '@milepost/domain';
import { RouteCatalogue } from './http/routeCatalogue';
import { bodyOf } from './testing/bodyOf';
import { testServer } from './testing/testServer';
import type { TestServer } from './testing/testServer';

const FACT = '00000000-0000-4000-8000-000000000000';

/** Addresses of the interface's routes; pages have their own tests. */
const ROUTES = /^\/(api|health|problems|openapi)/;

interface Tokens {
  readonly items: readonly { readonly id: string; readonly role: string; readonly revokedAt: string | null }[];
  readonly total: number;
}

describe('who may do what', () => {
  let milepost: TestServer;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    milepost = await testServer({ read: 'token' });
    for (const role of TOKEN_ROLES) tokens.set(role, await milepost.token(role));
  }, 60_000);
  afterAll(() => milepost.stop());

  /** Every route of the application with an address that it takes; ids that nobody has, so that nothing changes. */
  const routes = () =>
    milepost.server
      .application('milepost')
      .get(RouteCatalogue)
      .routes.filter(({ path }) => ROUTES.test(path))
      .map((route) => ({
        method: route.method.toLowerCase() as 'get' | 'post' | 'delete',
        address: route.path
          .replace(':ods', 'RXX')
          .replace(':factId', FACT)
          .replace(':metric', 'in-scope')
          .replace(':sequence', '0')
          .replace(':tokenId', '0'.repeat(20))
          .replace(':slug', 'starting'),
        action: actionOf(route.handler, route.controller) ?? 'read',
      }));

  it('has a route for every method that is marked', () => {
    const addresses = routes().map(({ method, address }) => `${method} ${address}`);
    expect(addresses).toContain('post /api/v1/trusts/RXX/milestones');
    expect(addresses.length).toBeGreaterThan(30);
  });

  it.each(TOKEN_ROLES)('lets a %s through exactly where the table of roles says so, on every route', async (role) => {
    for (const { method, address, action } of routes()) {
      const { status } = await milepost.http[method](address).auth(tokens.get(role) ?? '', { type: 'bearer' });
      const isLetIn = status !== 401 && status !== 403;
      expect({ role, method, address, isLetIn }).toEqual({
        role,
        method,
        address,
        isLetIn: action === 'open' || permits(role, action),
      });
    }
  });

  it('lets nobody through without a token but where a route is open', async () => {
    for (const { method, address, action } of routes()) {
      const { status } = await milepost.http[method](address);
      expect({ method, address, isRefused: status === 401 }).toEqual({ method, address, isRefused: action !== 'open' });
    }
  });

  it("shows a first administrator's token once, and never again", () => {
    const shown = milepost.said.filter((line) => line.startsWith("Administrator's token"));
    expect(shown).toHaveLength(1);
  });

  it('lists tokens without their secrets', async () => {
    const answer = await milepost.http
      .get('/api/v1/tokens')
      .auth(milepost.administrator(), { type: 'bearer' })
      .expect(200);
    const { items, total } = bodyOf<Tokens>(answer);
    // The first administrator's and the first sign-in link's, and one of each role.
    expect(total).toBe(TOKEN_ROLES.length + 2);
    expect(items.map(({ role }) => role)).toContain('subscriber');
    for (const token of tokens.values()) expect(answer.text).not.toContain(token.split('_').slice(2).join('_'));
  });

  it('turns a token away once it is revoked, and keeps who revoked it on record', async () => {
    const token = await milepost.token('reader');
    const id = token.split('_')[1] ?? '';
    const administrator = milepost.administrator();
    await milepost.http.get('/api/v1/trusts').auth(token, { type: 'bearer' }).expect(200);
    await milepost.http.delete(`/api/v1/tokens/${id}`).auth(administrator, { type: 'bearer' }).expect(204);
    await milepost.http.get('/api/v1/trusts').auth(token, { type: 'bearer' }).expect(401);
    await milepost.http.delete(`/api/v1/tokens/${id}`).auth(administrator, { type: 'bearer' }).expect(204);
  });

  it('keeps the last administrator', async () => {
    const administrator = milepost.administrator();
    const id = administrator.split('_')[1] ?? '';
    const other = (tokens.get('administrator') ?? '').split('_')[1] ?? '';
    await milepost.http.delete(`/api/v1/tokens/${other}`).auth(administrator, { type: 'bearer' }).expect(204);
    const isGone = async () =>
      bodyOf<Tokens>(await milepost.http.get('/api/v1/tokens').auth(administrator, { type: 'bearer' })).items.some(
        (token) => token.id === other && token.revokedAt !== null,
      );
    while (!(await isGone()));
    const last = await milepost.http.delete(`/api/v1/tokens/${id}`).auth(administrator, { type: 'bearer' });
    expect(last.body).toMatchObject({ status: 409, type: '/problems/last-administrator' });
  });

  it.each([
    [{ role: 'reader', trusts: ['RXX'] }, '/trusts'],
    [{ role: 'reporter', trusts: [] }, '/trusts'],
    [{ role: 'reporter', trusts: ['rxx'] }, '/trusts'],
    [{ role: 'king' }, '/role'],
    [{ role: 'reader', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ role: 'reader', expiresAt: '2099-01-01' }, '/expiresAt'],
    [{ role: 'reader', scopes: ['everything'] }, '/scopes'],
  ])('issues none as %j', async (order, pointer) => {
    const refused = await milepost.http
      .post('/api/v1/tokens')
      .auth(milepost.administrator(), { type: 'bearer' })
      .send(order);
    expect(refused.status).toBe(400);
    expect(bodyOf<{ errors: object[] }>(refused).errors).toMatchObject([{ pointer }]);
  });

  it('does not pretend that issuing could be repeated', async () => {
    await milepost.http
      .post('/api/v1/tokens')
      .auth(milepost.administrator(), { type: 'bearer' })
      .set('Idempotency-Key', 'a')
      .send({ role: 'reader' })
      .expect(400);
  });
});
