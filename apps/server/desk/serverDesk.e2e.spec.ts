import { SessionCookie } from '@milepost/access';
import { Desk } from '@milepost/dashboard';
import type { FormCommand, Session } from '@milepost/dashboard';
import { Problem } from '@milepost/platform';
import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

const WENT_LIVE = {
  type: 'EprWentLive',
  deployment: 'rxx-epr',
  occurredOn: '2024-03-02',
  precision: 'day',
  extent: 'full',
};

describe('what forms hand in', () => {
  let milepost: TestServer;
  let desk: Desk;
  let reporter: Session;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY']);
    desk = milepost.server.application('milepost').get(Desk, { strict: false });
    reporter = await signedIn({ role: 'reporter', trusts: ['RXX'] });
  }, 60_000);
  afterAll(() => milepost.stop());

  async function signedIn(order: object): Promise<Session> {
    const issued = await milepost.http
      .post('/api/v1/tokens/links')
      .auth(milepost.administrator(), { type: 'bearer' })
      .send(order)
      .expect(201);
    const code = new URL(bodyOf<{ link: string }>(issued).link).searchParams.get('code') ?? '';
    const { cookie, session } = await desk.signIn(code);
    const [held] = cookie.split(';');
    await expect(desk.session({ cookie: held ?? '' })).resolves.toEqual(session);
    return session;
  }

  const milestone = (body: object = WENT_LIVE, ods = 'RXX'): FormCommand => ({ ods, kind: 'milestones', body });
  const refusal = (refused: Promise<unknown>): Promise<unknown> =>
    refused.then(
      () => 'not refused',
      (error: unknown) => (error instanceof Problem ? error : String(error)),
    );
  const size = async (): Promise<number> =>
    bodyOf<{ items: object[] }>(await milepost.http.get('/api/v1/trusts/RXX/history')).items.length;

  it('is refused as the interface refuses it, field by field, and nothing is recorded', async () => {
    const token = await milepost.token('reporter', ['RXX']);
    const before = await size();
    const bodies = [
      {},
      { ...WENT_LIVE, type: 'Nonsense' },
      { ...WENT_LIVE, more: 1 },
      { ...WENT_LIVE, occurredOn: '2025-02-30' },
      { ...WENT_LIVE, occurredOn: '2999-01-01' },
      { ...WENT_LIVE, source: { kind: 'rumour' } },
    ];
    for (const body of bodies) {
      const answer = await milepost.http
        .post('/api/v1/trusts/RXX/milestones')
        .auth(token, { type: 'bearer' })
        .send(body);
      const { status, title, detail, errors } = bodyOf<Problem>(answer);
      for (const refused of [desk.check(milestone(body), reporter), desk.send(milestone(body), reporter, 'k-bad')]) {
        expect(await refusal(refused)).toMatchObject({ status, title, detail, errors: errors ?? [] });
      }
    }
    expect(await size()).toBe(before);
  });

  it('is checked without being recorded, then recorded once and seen by whoever looks next', async () => {
    const before = await size();
    await desk.check(milestone(), reporter);
    expect(await size()).toBe(before);
    const sent = await desk.send(milestone(), reporter, 'key-1');
    expect(await size()).toBe(before + 1);
    await expect(desk.send(milestone(), reporter, 'key-1')).resolves.toEqual(sent);
    expect(await size()).toBe(before + 1);
    const entry = await milepost.http.get(`/api/v1/entries/${sent.sequence}`).expect(200);
    expect(JSON.stringify(entry.body)).toContain(sent.version);
    expect(sent.fact).toBe(sent.version);
    const other = { ...WENT_LIVE, occurredOn: '2024-03-03' };
    expect(await refusal(desk.send(milestone(other), reporter, 'key-1'))).toMatchObject({
      slug: 'idempotency-key-reused',
    });
  });

  it('corrects the version that was seen, and no other', async () => {
    const live = { ...WENT_LIVE, deployment: 'second-epr' };
    const { fact, version } = await desk.send(milestone(live), reporter, 'key-2');
    const data = { ...live, type: undefined, occurredOn: '2024-03-09' };
    const body = { replaces: version, reason: 'A slip of the pen.', data };
    await desk.check({ fact, mark: 'correction', body }, reporter);
    const after = await desk.send({ fact, mark: 'correction', body }, reporter, 'key-3');
    expect(after).toMatchObject({ fact });
    expect(after.version).not.toBe(version);
    const stale = desk.check({ fact, mark: 'correction', body: { ...body, reason: 'Again.' } }, reporter);
    expect(await refusal(stale)).toMatchObject({ status: 409, slug: 'version-not-effective' });
    await desk.check({ fact, mark: 'dispute', body: { grounds: 'Not so.' } }, reporter);
    await desk.check({ fact, mark: 'retraction', body: { replaces: after.version, reason: 'Never.' } }, reporter);
  });

  it('is for the trusts and the roles that the interface lets do it', async () => {
    expect(await refusal(desk.check(milestone(WENT_LIVE, 'RYY'), reporter))).toMatchObject({ slug: 'not-your-trust' });
    const auditor = await signedIn({ role: 'auditor' });
    expect(await refusal(desk.check(milestone(), auditor))).toMatchObject({ slug: 'not-permitted' });
    const unknown = milestone(WENT_LIVE, 'nonsense');
    expect(await refusal(desk.check(unknown, reporter))).toMatchObject({ status: 404 });
    const nowhere: FormCommand = {
      fact: '00000000-0000-4000-8000-000000000000',
      mark: 'dispute',
      body: { grounds: 'x' },
    };
    expect(await refusal(desk.check(nowhere, reporter))).toMatchObject({ slug: 'unknown-fact' });
  });

  it('takes keys that an idempotency key may be', async () => {
    expect(await refusal(desk.send(milestone(), reporter, ''))).toMatchObject({ status: 400 });
    expect(await refusal(desk.send(milestone(), reporter, 'a b'))).toMatchObject({ status: 400 });
  });

  it('ends with the session', async () => {
    const session = await signedIn({ role: 'programme' });
    const gone = await desk.signOut(session);
    expect(gone).toBe(new SessionCookie('milepost', '', false).gone());
  });
});
