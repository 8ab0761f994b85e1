import supertest from 'supertest';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

const ORIGIN = 'https://milepost.example';

describe('signing in where people come by https', () => {
  let milepost: TestServer;

  beforeAll(async () => {
    milepost = await testServer({ origin: ORIGIN });
  }, 60_000);
  afterAll(() => milepost.stop());

  it('names the public address in links, and lets the cookies go over https only', async () => {
    const first = milepost.said.find((line) => line.startsWith('Sign in to the pages')) ?? '';
    expect(first).toContain(`${ORIGIN}/sign-in?code=mp_`);
    const address = first.slice(first.indexOf('/sign-in?'));
    // As the proxy hands it on: what the browser says of itself, and a host of the proxy's own.
    const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN };
    const page = await supertest(milepost.url).get(address).expect(200);
    const [form = ''] = page.headers['set-cookie'] ?? [];
    expect(form).toMatch(/; Secure$/);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const answer = await supertest(milepost.url)
      .post('/sign-in')
      .set({ ...headers, Cookie: form.split(';')[0] ?? '' })
      .type('form')
      .send({ csrf, code: new URL(address, ORIGIN).searchParams.get('code') })
      .expect(303);
    const session = String(answer.headers['set-cookie']);
    expect(session).toMatch(/__Secure-milepost-session=mp_[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure/);
    const cookie = /__Secure-milepost-session=[^;]+/.exec(session)?.[0] ?? '';
    const trusts = await supertest(milepost.url).get('/trusts?asOf=2026-03-31').set('Cookie', cookie).expect(200);
    expect(trusts.text).toContain('Signed in as programme office');
  });
});
