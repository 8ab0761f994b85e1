import { connect } from 'node:net';
import { PROBLEM_CATALOGUE } from './problems/problemCatalogue';
import { bodyOf } from './testing/bodyOf';
import { testServer } from './testing/testServer';
import type { TestServer } from './testing/testServer';

const MILESTONE = { type: 'EprWentLive', deployment: 'rxx-epr', occurredOn: '2024-03-02', precision: 'day' };
const NOBODY = '00000000-0000-4000-8000-000000000000';

interface Refusal {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer?: string; readonly parameter?: string; readonly detail: string }[];
}

describe('bad input gets its problem document', () => {
  let milepost: TestServer;
  let reporter: string;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY']);
    reporter = await milepost.token('reporter', ['RXX']);
  }, 60_000);
  afterAll(() => milepost.stop());

  const post = (path: string, body: string | object, headers: Record<string, string> = {}) =>
    milepost.http.post(path).auth(reporter, { type: 'bearer' }).set(headers).send(body);

  /** Holds an answer against what every problem must be, and gives it. */
  const refused = async (sent: PromiseLike<{ status: number; body: unknown; headers: Record<string, string> }>) => {
    const { status, body, headers } = await sent;
    const problem = body as Refusal & { title: string; instance: string };
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problem.status).toBe(status);
    expect(problem.instance).toBe(headers['request-id']);
    expect(problem.detail).toMatch(/\S/);
    const slug = problem.type.replace('/problems/', '');
    expect(PROBLEM_CATALOGUE[slug]?.status).toBe(status);
    return { status, slug, ...(problem.errors === undefined ? {} : { errors: problem.errors }) };
  };
  const milestone = (body: object, ods = 'RXX') => refused(post(`/api/v1/trusts/${ods}/milestones`, body));
  const record = async (body: object): Promise<string> => {
    return bodyOf<{ fact: string }>(await post('/api/v1/trusts/RXX/milestones', body).expect(201)).fact;
  };

  it('an unknown trust', async () => {
    expect(await refused(milepost.http.get('/api/v1/trusts/RQQ'))).toMatchObject({
      status: 404,
      slug: 'unknown-trust',
    });
    const token = await milepost.token('reporter');
    const sent = milepost.http.post('/api/v1/trusts/RQQ/milestones').auth(token, { type: 'bearer' }).send(MILESTONE);
    expect(await refused(sent)).toMatchObject({ status: 404, slug: 'unknown-trust' });
  });

  it('a step that contradicts what is known', async () => {
    const deployment = 'withdrawn-epr';
    await record({ ...MILESTONE, type: 'EprWithdrawn', deployment, occurredOn: '2024-01-01' });
    const resumed = { ...MILESTONE, type: 'EprUseResumed', deployment, occurredOn: '2024-02-01' };
    expect(await milestone(resumed)).toMatchObject({ status: 409, slug: 'epr-step-contradicts' });
  });

  it('something that happened dated after today', async () => {
    expect(await milestone({ ...MILESTONE, occurredOn: '2999-01-01' })).toEqual({
      status: 409,
      slug: 'happened-after-today',
      errors: [{ pointer: '/occurredOn', detail: expect.stringContaining('after today') as string }],
    });
  });

  it('a day that does not exist', async () => {
    expect(await milestone({ ...MILESTONE, occurredOn: '2024-02-30' })).toMatchObject({
      status: 400,
      slug: 'no-such-date',
      errors: [{ pointer: '/occurredOn' }],
    });
    expect(await refused(milepost.http.get('/api/v1/trusts?asOf=2024-02-30'))).toMatchObject({
      status: 400,
      slug: 'invalid-moment',
      errors: [{ parameter: 'asOf' }],
    });
  });

  it('a precision that contradicts the date', async () => {
    expect(await milestone({ ...MILESTONE, precision: 'between' })).toMatchObject({
      status: 400,
      slug: 'precision-contradicts-date',
      errors: [{ pointer: '/occurredBy' }],
    });
    expect(await milestone({ ...MILESTONE, precision: 'unknown' })).toMatchObject({
      slug: 'precision-contradicts-date',
      errors: [{ pointer: '/occurredOn' }],
    });
  });

  it('a control character in a text, by its name and place', async () => {
    const source = { publisher: 'Example Journal', kind: 'press', title: 'Live\0 at last' };
    expect(await milestone({ ...MILESTONE, source })).toEqual({
      status: 400,
      slug: 'control-character',
      errors: [{ pointer: '/source/title', detail: expect.stringContaining('U+0000 (NUL)') as string }],
    });
    const fact = await record({ ...MILESTONE, deployment: 'clean', note: 'Two lines,\r\nand\ta tab' });
    const reason = 'rings \u0007';
    const sent = post(`/api/v1/facts/${fact}/retraction`, { replaces: fact, reason });
    expect(await refused(sent)).toMatchObject({ slug: 'control-character', errors: [{ pointer: '/reason' }] });
    expect(await refused(milepost.http.get('/api/v1/trusts?search=no%00th'))).toMatchObject({
      slug: 'invalid-request',
      errors: [{ parameter: 'search' }],
    });
  });

  it('an unknown field, by its name, and every one of several', async () => {
    const { status, slug, errors } = await milestone({
      ...MILESTONE,
      colour: 'blue',
      source: { publisher: 'x', kind: 'press', size: 1 },
    });
    expect({ status, slug }).toEqual({ status: 400, slug: 'invalid-request' });
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/colour', '/source/size']);
  });

  it('a field that belongs to another type', async () => {
    expect(await milestone({ ...MILESTONE, rating: 'red' })).toMatchObject({
      status: 400,
      slug: 'invalid-request',
      errors: [{ pointer: '/rating' }],
    });
  });

  it.each([
    '/api/v1/trusts',
    '/api/v1/entries',
    '/api/v1/figures/in-scope',
    '/health/live',
    '/openapi.json',
    '/problems',
  ])('an unknown query parameter of %s, by its name', async (path) => {
    expect(await refused(milepost.http.get(`${path}?asAt=2024-01-01`))).toMatchObject({
      status: 400,
      slug: 'invalid-request',
      errors: [{ parameter: 'asAt' }],
    });
  });

  it('a parameter given twice', async () => {
    expect(await refused(milepost.http.get('/api/v1/trusts?asOf=2024-01-01&asOf=2024-01-02'))).toMatchObject({
      slug: 'invalid-request',
      errors: [{ parameter: 'asOf' }],
    });
  });

  it('a body that is too large (413)', async () => {
    expect(await milestone({ ...MILESTONE, note: 'x'.repeat(300 * 1024) })).toMatchObject({
      status: 413,
      slug: 'body-too-large',
    });
  });

  it('a body of the wrong type (415)', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/csv']) {
      const sent = post('/api/v1/trusts/RXX/milestones', JSON.stringify(MILESTONE), { 'Content-Type': type });
      expect(await refused(sent)).toMatchObject({ status: 415, slug: 'unsupported-media-type' });
    }
    const programme = await milepost.token('programme');
    const file = milepost.http.post('/api/v1/imports?kind=ods').auth(programme, { type: 'bearer' }).send({});
    expect(await refused(file)).toMatchObject({ status: 415, slug: 'unsupported-media-type' });
  });

  it.each(['{', '{"type":"EprWentLive",}', '\u0000', '"text"', '[]', '12', ''])('malformed JSON: %j', async (body) => {
    const sent = post('/api/v1/trusts/RXX/milestones', body, { 'Content-Type': 'application/json' });
    const { status, slug } = await refused(sent);
    expect(status).toBe(400);
    expect(['malformed-json', 'invalid-request']).toContain(slug);
  });

  it('JSON nested beyond all reason', async () => {
    const body = `{"type":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const sent = post('/api/v1/trusts/RXX/milestones', body, { 'Content-Type': 'application/json' });
    expect(await refused(sent)).toMatchObject({ status: 400 });
  });

  it('names that would reach into prototypes', async () => {
    const body =
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"precision":"day","type":"EprWentLive"}';
    const sent = post('/api/v1/trusts/RXX/milestones', body, { 'Content-Type': 'application/json' });
    expect(await refused(sent)).toMatchObject({ status: 400, slug: 'invalid-request' });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(['toString', 'valueOf', '__proto__', 'constructor'])('a field or parameter named %s', async (name) => {
    const body = JSON.stringify(MILESTONE).replace('{', `{"${name}":1,`);
    const sent = post('/api/v1/trusts/RXX/milestones', body, { 'Content-Type': 'application/json' });
    expect(await refused(sent)).toMatchObject({ slug: 'invalid-request', errors: [{ pointer: `/${name}` }] });
    expect(await refused(milepost.http.get(`/api/v1/trusts?${name}=1`))).toMatchObject({
      slug: 'invalid-request',
      errors: [{ parameter: name }],
    });
  });

  it('a body that is not UTF-8, or not packed as it says', async () => {
    const raw = async (body: Buffer, headers: Record<string, string>, path = '/api/v1/trusts/RXX/milestones') => {
      const authorization = `Bearer ${await milepost.token('programme')}`;
      const answer = await fetch(milepost.url + path, { method: 'POST', body, headers: { authorization, ...headers } });
      return answer.json();
    };
    const json = { 'Content-Type': 'application/json' };
    const latin = Buffer.from(JSON.stringify({ ...MILESTONE, note: 'caf\u00e9' }), 'latin1');
    expect(await raw(latin, json)).toMatchObject({ status: 400, title: 'The body is not JSON' });
    const packed = Buffer.from('{}');
    for (const coding of ['gzip', 'br']) {
      const headers = { ...json, 'Content-Encoding': coding };
      expect(await raw(packed, headers)).toMatchObject({ status: 400, title: 'The body cannot be unpacked' });
    }
    const file = { 'Content-Type': 'text/csv', 'Content-Encoding': 'gzip' };
    expect(await raw(packed, file, '/api/v1/imports?kind=returns')).toMatchObject({
      status: 400,
      title: 'The body cannot be unpacked',
    });
  });

  it('a wrong revision (412)', async () => {
    const sent = post('/api/v1/trusts/RXX/milestones', MILESTONE, { 'If-Match': '"999"' });
    expect(await refused(sent)).toMatchObject({ status: 412, slug: 'revision-moved' });
  });

  it('the same idempotency key with another body (422)', async () => {
    const headers = { 'Idempotency-Key': 'a-key' };
    await post('/api/v1/trusts/RXX/milestones', { ...MILESTONE, deployment: 'one' }, headers).expect(201);
    const sent = post('/api/v1/trusts/RXX/milestones', { ...MILESTONE, deployment: 'two' }, headers);
    expect(await refused(sent)).toMatchObject({ status: 422, slug: 'idempotency-key-reused' });
  });

  it('a correction of a version that is not the effective one (409)', async () => {
    const fact = await record({ ...MILESTONE, deployment: 'corrected-epr' });
    const { type: _, ...data } = { ...MILESTONE, deployment: 'corrected-epr', occurredOn: '2024-03-03' };
    const correction = { replaces: NOBODY, reason: 'Wrong day.', data };
    const problem = await refused(post(`/api/v1/facts/${fact}/correction`, correction));
    expect(problem).toMatchObject({ status: 409, slug: 'version-not-effective', errors: [{ pointer: '/replaces' }] });
  });

  it('a correction whose data are wrong, by pointers into them', async () => {
    const fact = await record({ ...MILESTONE, deployment: 'pointed-epr' });
    const correction = (data: object) => ({ replaces: fact, reason: 'Wrong day.', data });
    const { type: _, ...data } = { ...MILESTONE, deployment: 'pointed-epr' };
    const future = post(`/api/v1/facts/${fact}/correction`, correction({ ...data, occurredOn: '2999-01-01' }));
    expect(await refused(future)).toMatchObject({ errors: [{ pointer: '/data/occurredOn' }] });
    const extra = post(`/api/v1/facts/${fact}/correction`, correction({ ...data, colour: 'blue' }));
    expect(await refused(extra)).toMatchObject({ slug: 'invalid-request', errors: [{ pointer: '/data/colour' }] });
  });

  it('a reporter writing for another trust (403)', async () => {
    expect(await milestone(MILESTONE, 'RYY')).toMatchObject({ status: 403, slug: 'not-your-trust' });
  });

  it('an administrator recording a milestone (403), with whose token would do', async () => {
    const sent = milepost.http
      .post('/api/v1/trusts/RXX/milestones')
      .auth(milepost.administrator(), { type: 'bearer' })
      .send(MILESTONE);
    const refusal = bodyOf<Refusal>(await sent);
    expect(refusal).toMatchObject({ status: 403, type: '/problems/not-permitted' });
    expect(refusal.detail).toContain('Use a token of role programme or reporter');
  });

  it('a fact that nobody recorded', async () => {
    const mark = { replaces: NOBODY, reason: 'Wrong.' };
    expect(await refused(post(`/api/v1/facts/${NOBODY}/retraction`, mark))).toMatchObject({
      status: 404,
      slug: 'unknown-fact',
    });
    expect(await refused(milepost.http.get(`/api/v1/facts/${NOBODY}`))).toMatchObject({
      status: 404,
      slug: 'unknown-fact',
    });
  });

  it('an address that leads nowhere, and one that does something else', async () => {
    expect(await refused(milepost.http.get('/api/v1/nothing'))).toMatchObject({ status: 404, slug: 'not-found' });
    const sent = milepost.http.delete('/api/v1/trusts');
    const answer = await sent;
    expect(await refused(Promise.resolve(answer))).toMatchObject({ status: 405, slug: 'method-not-allowed' });
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  it('an address that begins like another host, on a page too', async () => {
    for (const path of ['//', '//?asOf=2026-03-31', '//evil.example:x/[', '///']) {
      expect(await refused(milepost.http.get(path))).toMatchObject({ status: 404, slug: 'not-found' });
      const page = await milepost.http.get(path).set('Accept', 'text/html').expect(404);
      expect(page.text).toContain('Page not found');
    }
  });

  it('an address with a broken escape', async () => {
    expect(await refused(milepost.http.get('/api/v1/trusts/%E0%A4%A'))).toMatchObject({ status: 400 });
  });

  it('a code or an id without even the form of one', async () => {
    for (const path of ['/api/v1/trusts/rxx', '/api/v1/facts/abc', '/api/v1/entries/-1', '/api/v1/figures/made-up']) {
      expect(await refused(milepost.http.get(path))).toMatchObject({ status: 404, slug: 'not-found' });
    }
  });

  it('a moment that is not yet recorded', async () => {
    for (const path of ['/api/v1/trusts', '/api/v1/entries', '/api/v1/trusts/RXX']) {
      expect(await refused(milepost.http.get(`${path}?recordedBy=size:999999`))).toMatchObject({
        status: 404,
        slug: 'not-yet-recorded',
      });
    }
  });

  it.each(['', 'x', 'size:-1', '2024-13-01', '2024-01-01T00:00:00'])('recordedBy=%s', async (recordedBy) => {
    const sent = milepost.http.get(`/api/v1/trusts?recordedBy=${encodeURIComponent(recordedBy)}`);
    expect(await refused(sent)).toMatchObject({ status: 400, slug: 'invalid-moment' });
  });

  it('a cursor of another list, of other filters, beside a moment, or made up', async () => {
    const { next } = bodyOf<{ next: string }>(await milepost.http.get('/api/v1/trusts?limit=1').expect(200));
    const cursor = new URL(next, milepost.url).searchParams.get('cursor') ?? '';
    const paths = [
      `/api/v1/figures/in-scope/members?cursor=${cursor}`,
      `/api/v1/trusts?search=x&cursor=${cursor}`,
      '/api/v1/trusts?cursor=made-up',
      '/api/v1/entries?cursor=made-up',
    ];
    for (const path of paths) expect(await refused(milepost.http.get(path))).toMatchObject({ slug: 'invalid-cursor' });
    const beside = milepost.http.get(`/api/v1/trusts?asOf=2024-01-01&cursor=${cursor}`);
    expect(await refused(beside)).toMatchObject({ slug: 'invalid-request', errors: [{ parameter: 'asOf' }] });
  });

  it.each(['0', '501', 'many', '1.5'])('a limit of %s', async (limit) => {
    expect(await refused(milepost.http.get(`/api/v1/trusts?limit=${limit}`))).toMatchObject({
      slug: 'invalid-request',
      errors: [{ parameter: 'limit' }],
    });
  });

  it('a format that there is not', async () => {
    const sent = milepost.http.get('/api/v1/trusts').set('Accept', 'application/xml');
    expect(await refused(sent)).toMatchObject({ status: 406, slug: 'not-acceptable' });
    expect(await refused(milepost.http.get('/api/v1/trusts/RXX.csv'))).toMatchObject({ status: 406 });
  });

  it('a token of another ledger, or none at all, as what a read is to wait for', async () => {
    for (const token of ['made-up', Buffer.from('["p1","other","other.a","0"]').toString('base64url')]) {
      const sent = milepost.http.get('/api/v1/trusts').set('Milepost-After', token);
      expect(await refused(sent)).toMatchObject({ slug: 'invalid-request', errors: [{ parameter: 'Milepost-After' }] });
    }
  });

  it('a token that does not hold, also where reading is open', async () => {
    const answer = await milepost.http.get('/api/v1/trusts').set('Authorization', 'Basic abc');
    expect(await refused(Promise.resolve(answer))).toMatchObject({ status: 401, slug: 'token-refused' });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="Milepost"');
  });

  it('what is no HTTP at all', async () => {
    const socket = connect(Number(new URL(milepost.url).port), '127.0.0.1');
    socket.end('nonsense\r\n\r\n');
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toContain('HTTP/1.1 400');
    expect(answer).toContain('/problems/broken-http');
  });

  it('says what to do at the address of every type', async () => {
    const { items } = bodyOf<{ items: { type: string }[] }>(await milepost.http.get('/problems').expect(200));
    for (const { type } of items) {
      const read = await milepost.http.get(type).expect(200);
      expect(bodyOf<{ text: string }>(read).text).toMatch(/\.$/);
    }
    const page = await milepost.http.get('/problems/starting').set('Accept', 'text/html').expect(200);
    expect(page.text).toMatch(/<h1[^>]*>.*Still starting\s*<\/h1>/s);
  });
});
