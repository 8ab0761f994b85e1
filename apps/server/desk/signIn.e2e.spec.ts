import supertest from 'supertest';
import { SYSTEM_ACTOR } from '../follower/ledgerFollower';
import { bodyOf } from '../testing/bodyOf';
import { LIVE, testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

const HOUR_MS = 3_600_000;

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly role: string;
    readonly scopes: readonly string[] | null;
    readonly issuedBy: string;
    readonly revokedAt: string | null;
  }[];
}

describe('signing in to the pages', () => {
  let milepost: TestServer;
  let now = Date.parse('2026-11-24T12:00:00Z');

  beforeAll(async () => {
    const mounts = [LIVE, { ledger: 'other', kind: 'live' as const, basePath: '/other' }];
    milepost = await testServer({ read: 'token', clock: () => now, mounts });
  }, 60_000);
  afterAll(() => milepost.stop());

  const asAdministrator = (address: string, order: object) =>
    milepost.http.post(address).auth(milepost.administrator(), { type: 'bearer' }).send(order);

  async function link(order: object = { role: 'reporter', trusts: ['RXX'] }): Promise<string> {
    const answer = await asAdministrator('/api/v1/tokens/links', order).expect(201);
    return bodyOf<{ link: string }>(answer).link.replace(/^http:\/\/[^/]+/, '');
  }

  /** A browser, as far as cookies go, at the page of a link. */
  async function at(address: string) {
    const browser = supertest.agent(milepost.url);
    const page = await browser.get(address);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const code = new URL(address, milepost.url).searchParams.get('code') ?? '';
    const post = (fields: object, headers: Record<string, string> = {}) =>
      browser.post('/sign-in').set(headers).type('form').send(fields);
    return { browser, page, csrf, code, post, signIn: () => post({ csrf, code }) };
  }

  const codeOf = (address: string): string => new URL(address, milepost.url).searchParams.get('code') ?? '';
  const tokens = async (): Promise<Listed['items']> =>
    bodyOf<Listed>(
      await milepost.http.get('/api/v1/tokens?limit=500').auth(milepost.administrator(), { type: 'bearer' }),
    ).items;

  it('shows what a link does, and does it when asked to', async () => {
    const address = await link();
    const { browser, page, signIn } = await at(address);
    expect(page.text).toContain('Sign in as reporter for RXX');
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const answer = await signIn();
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
    expect(answer.headers['set-cookie']).toContainEqual(
      expect.stringMatching(/^milepost-session=mp_\S+; Path=\/; HttpOnly; SameSite=Lax$/),
    );
    const trusts = await browser.get('/trusts?asOf=2026-11-24').expect(200);
    expect(trusts.text).toContain('Signed in as reporter for RXX');
    expect(trusts.headers['cache-control']).toBe('no-store');
    expect(trusts.headers.vary).toContain('Cookie');
  });

  it('lets nobody read the pages without, where reading needs it, and leads to the way in', async () => {
    const page = await milepost.http.get('/trusts?asOf=2026-11-24').set('Accept', 'text/html').expect(401);
    expect(page.text).toContain('href="/sign-in?to=%2Ftrusts%3FasOf%3D2026-11-24"');
    await milepost.http.get('/sign-in').expect(200);
  });

  it('goes on to a page of our own and to no other', async () => {
    const one = await at(await link());
    const own = await one.post({ csrf: one.csrf, code: one.code, to: '/trusts/RXX?asOf=2026-11-24' });
    expect(own.headers.location).toBe('/trusts/RXX?asOf=2026-11-24');
    const other = await at(await link());
    const stranger = await other.post({ csrf: other.csrf, code: other.code, to: '//evil.example/' });
    expect(stranger.headers.location).toBe('/sign-in');
  });

  it('takes a link that was pasted', async () => {
    const { post, csrf } = await at('/sign-in');
    const pasted = ` ${milepost.url}${await link()} `;
    await post({ csrf, link: pasted }).expect(303);
    const refused = await post({ csrf, link: pasted });
    expect([refused.status, /was used already/.test(refused.text)]).toEqual([400, true]);
    const empty = await post({ csrf, link: '' });
    expect([empty.status, /Paste your sign-in link/.test(empty.text)]).toEqual([400, true]);
  });

  it('opens one session where two use a link at the same instant', async () => {
    const address = await link();
    const [one, other] = [await at(address), await at(address)];
    const answers = await Promise.all([one.signIn(), other.signIn()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    const again = await one.browser.get(address);
    expect([again.status, /was used already/.test(again.text)]).toEqual([400, true]);
  });

  it('refuses a link that has expired, from the instant it names', async () => {
    const address = await link();
    now += HOUR_MS / 2;
    const { page } = await at(address);
    expect([page.status, /This link has expired/.test(page.text)]).toEqual([400, true]);
  });

  it.each([
    ['without the page’s cookie', {}, (csrf: string) => csrf, 403, false],
    ['with a token of another page', {}, () => 'A'.repeat(43), 403, true],
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, (csrf: string) => csrf, 403, true],
    ['from another origin', { Origin: 'https://evil.example' }, (csrf: string) => csrf, 403, true],
  ])('does not sign in %s, and leaves the link as it was', async (_, headers, csrfOf, status, hasCookie) => {
    const address = await link();
    const { csrf, code, post } = await at(address);
    const fields = { csrf: csrfOf(csrf), code };
    const answer = hasCookie
      ? await post(fields, headers)
      : await milepost.http.post('/sign-in').type('form').send(fields);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.headers['set-cookie'] ?? '')).not.toContain('milepost-session');
    expect((await at(address)).page.status).toBe(200);
  });

  it('refuses what is no form of its own, by name', async () => {
    const { post, csrf } = await at('/sign-in');
    const unknown = await post({ csrf, cide: 'x' });
    expect([unknown.status, /no field “cide”/.test(unknown.text)]).toEqual([400, true]);
    await milepost.http.post('/sign-in').send({ code: 'x' }).expect(415);
    await milepost.http.post('/sign-in').type('form').send(`csrf=1&csrf=2`).expect(400);
    await milepost.http.post('/sign-in').type('form').send(`code=%FF`).expect(400);
    await milepost.http
      .post('/sign-in')
      .type('form')
      .send(`code=${'a'.repeat(300_000)}`)
      .expect(413);
    await milepost.http
      .post('/sign-in')
      .set('Content-Type', 'application/x-www-form-urlencoded; charset=latin1')
      .send('code=a')
      .expect(415);
  });

  it('is good for nothing on the interface but reading', async () => {
    const address = await link({ role: 'programme' });
    const { browser, signIn } = await at(address);
    const session =
      /milepost-session=(mp_[^;]+)/.exec(JSON.stringify((await signIn()).headers['set-cookie']))?.[1] ?? '';
    await browser.get('/api/v1/trusts').expect(200);
    await browser.post('/api/v1/trusts/RXX/milestones').send({}).expect(401);
    await browser.post('/api/v1/imports?kind=ods').type('text/csv').send('a').expect(401);
    for (const bearer of [session, codeOf(address), codeOf(await link())]) {
      const refused = await milepost.http.get('/api/v1/trusts').auth(bearer, { type: 'bearer' });
      expect(refused.body).toMatchObject({ status: 401, type: '/problems/token-refused' });
    }
  });

  it('signs out by a form that carries the session’s own token, and by no other', async () => {
    const { browser, signIn } = await at(await link());
    await signIn();
    const csrf = /name="csrf" value="([^"]+)"/.exec((await browser.get('/sign-in')).text)?.[1] ?? '';
    const out = (fields: object, headers: Record<string, string> = {}) =>
      browser.post('/sign-out').set(headers).type('form').send(fields);
    await out({ csrf: 'A'.repeat(43) }).expect(403);
    await out({ csrf }, { 'Sec-Fetch-Site': 'same-site' }).expect(403);
    await browser.get('/trusts?asOf=2026-11-24').expect(200);
    const answer = await out({ csrf }).expect(303);
    expect(JSON.stringify(answer.headers['set-cookie'])).toContain('milepost-session=; Path=/');
    expect((await browser.get('/sign-in?out=yes')).text).toContain('You are signed out');
    await browser.get('/trusts?asOf=2026-11-24').set('Accept', 'text/html').expect(401);
  });

  it('ends a session that was revoked, by its own id or by that of the link that opened it', async () => {
    const address = await link();
    const { browser, signIn } = await at(address);
    await signIn();
    await browser.get('/trusts?asOf=2026-11-24').expect(200);
    const linkId = codeOf(address).split('_')[1] ?? '';
    const opened = async () => (await tokens()).find(({ issuedBy }) => issuedBy === linkId);
    // The list follows the record within milliseconds.
    while ((await opened()) === undefined);
    expect(await opened()).toMatchObject({ scopes: ['pages:use'], revokedAt: null });
    await milepost.http
      .delete(`/api/v1/tokens/${linkId}`)
      .auth(milepost.administrator(), { type: 'bearer' })
      .expect(204);
    await browser.get('/trusts?asOf=2026-11-24').set('Accept', 'text/html').expect(401);
  });

  it('lasts a working day', async () => {
    const { browser, signIn } = await at(await link());
    await signIn();
    now += 8 * HOUR_MS - 1;
    await browser.get('/trusts?asOf=2026-11-24').expect(200);
    now += 1;
    await browser.get('/trusts?asOf=2026-11-24').set('Accept', 'text/html').expect(401);
  });

  it('is of one ledger: the link of another is unknown, and its cookie says nothing', async () => {
    const { browser, signIn } = await at(await link());
    await signIn();
    const other = await browser.get('/other/trusts?asOf=2026-11-24').set('Accept', 'text/html');
    expect(other.status).toBe(401);
    const stranger = await browser.get(`/other${await link()}`);
    expect([stranger.status, /not known here/.test(stranger.text)]).toEqual([400, true]);
  });

  it.each([
    [{ role: 'administrator' }, '/role'],
    [{ role: 'subscriber' }, '/role'],
    [{ role: 'programme', trusts: ['RXX'] }, '/trusts'],
    [{ role: 'reporter', scopes: ['pages:use'] }, '/scopes'],
    [{ role: 'reporter', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ role: 'reporter', expiresAt: '2026-12-24T12:00:00Z' }, '/expiresAt'],
  ])('is not issued as %j', async (order, pointer) => {
    const refused = await asAdministrator('/api/v1/tokens/links', order);
    expect(refused.status).toBe(400);
    expect(bodyOf<{ errors: object[] }>(refused).errors).toMatchObject([{ pointer }]);
  });

  it.each(['sign:in', 'pages:use'])('cannot be had by a token of scope %s', async (scope) => {
    const refused = await asAdministrator('/api/v1/tokens', { role: 'programme', scopes: [scope] });
    expect(bodyOf<{ errors: object[] }>(refused).errors).toMatchObject([{ pointer: '/scopes' }]);
  });

  it('is offered at the first start, once, as the programme office', async () => {
    const offered = milepost.said.filter((line) => line.startsWith('Sign in to the pages'));
    expect(offered).toHaveLength(2);
    const [, address = ''] =
      /(\/sign-in\?code=\S+)/.exec(offered.find((line) => !line.includes('/other/')) ?? '') ?? [];
    expect((await at(address)).page.text).toContain('Sign in as programme office');
    now += 24 * HOUR_MS;
    expect((await at(address)).page.text).toContain('This link has expired');
    expect((await tokens()).filter(({ scopes }) => scopes?.includes('sign:in')).at(-1)).toMatchObject({
      role: 'programme',
      issuedBy: SYSTEM_ACTOR,
    });
  });

  it('keeps codes out of the list of tokens', async () => {
    const address = await link();
    const { signIn } = await at(address);
    await signIn();
    const listed = JSON.stringify(await tokens());
    expect(listed).not.toContain(codeOf(address).split('_').slice(2).join('_'));
  });
});
