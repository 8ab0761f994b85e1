import { bodyOf } from './testing/bodyOf';
import { odsRow, testServer } from './testing/testServer';
import type { TestServer } from './testing/testServer';

interface RecordedBody {
  readonly fact: string;
  readonly token: string;
  readonly again: boolean;
  readonly events: readonly { readonly id: string; readonly revision: string; readonly sequence: string }[];
}

const WENT_LIVE = {
  type: 'EprWentLive',
  deployment: 'rxx-epr',
  occurredOn: '2024-03-02',
  precision: 'day',
  extent: 'full',
};

describe('recording over HTTP', () => {
  let milepost: TestServer;
  let reporter: string;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY']);
    reporter = await milepost.token('reporter', ['RXX']);
  }, 60_000);
  afterAll(() => milepost.stop());

  const post = (path: string, body: object, token = reporter, headers: Record<string, string> = {}) =>
    milepost.http.post(path).auth(token, { type: 'bearer' }).set(headers).send(body);
  const milestone = (body: object, token = reporter, headers: Record<string, string> = {}) =>
    post('/api/v1/trusts/RXX/milestones', body, token, headers);
  const record = async (body: object): Promise<RecordedBody> =>
    (await milestone(body).expect(201)).body as RecordedBody;
  let deployments = 0;
  const another = () => ({ ...WENT_LIVE, deployment: `epr-${(deployments += 1)}` });

  it('answers with ids, sequence and token, and a read with the token sees it', async () => {
    const answer = await milestone(WENT_LIVE).expect(201);
    const body = answer.body as RecordedBody;
    expect(body).toMatchObject({ ledger: 'milepost', subject: 'trust-RXX', again: false });
    expect(body.events).toEqual([
      { id: body.fact, type: 'EprWentLive.v1', revision: '2', sequence: expect.stringMatching(/^\d+$/) as string },
    ]);
    expect(answer.headers).toMatchObject({
      'milepost-after': body.token,
      location: `/api/v1/facts/${body.fact}`,
      etag: '"2"',
    });
    const read = await milepost.http.get('/api/v1/trusts/RXX').set('Milepost-After', body.token).expect(200);
    expect((read.body as { trust: object }).trust).toMatchObject({ eprState: { level: 'live' } });
  });

  it('keeps the earlier answer at every earlier size, and changes it from the size of the correction on', async () => {
    const { fact, events } = await record(another());
    const before = Number(events[0]?.sequence);
    const data = { ...WENT_LIVE, type: undefined, deployment: `epr-${deployments}`, occurredOn: '2024-03-09' };
    const correction = { replaces: fact, reason: 'A week later.', data };
    const corrected = (await post(`/api/v1/facts/${fact}/correction`, correction).expect(201)).body as RecordedBody;
    const after = Number(corrected.events[0]?.sequence) + 1;

    const day = async (size: number) => {
      const path = `/api/v1/trusts/RXX/timeline?recordedBy=size:${size}`;
      const facts = bodyOf<{ items: { fact: string; occurredOn: string }[] }>(
        await milepost.http.get(path).set('Milepost-After', corrected.token).expect(200),
      ).items;
      return facts.find((item) => item.fact === fact)?.occurredOn;
    };
    await expect(day(before)).resolves.toBeUndefined();
    await expect(day(before + 1)).resolves.toBe('2024-03-02');
    await expect(day(after - 1)).resolves.toBe('2024-03-02');
    await expect(day(after)).resolves.toBe('2024-03-09');
  });

  it('takes a fact back and brings it back', async () => {
    const { fact } = await record(another());
    const retracted = await post(`/api/v1/facts/${fact}/retraction`, { replaces: fact, reason: 'Wrong trust.' }).expect(
      201,
    );
    const retraction = (retracted.body as RecordedBody).events[0]?.id;
    await post(`/api/v1/facts/${fact}/retraction`, { replaces: fact, reason: 'Again.' }).expect(409);
    const again = { replaces: retraction, reason: 'It was right.' };
    const reinstated = (await post(`/api/v1/facts/${fact}/reinstatement`, again).expect(201)).body as RecordedBody;
    const read = await milepost.http.get(`/api/v1/facts/${fact}`).set('Milepost-After', reinstated.token).expect(200);
    expect((read.body as { versions: { type: string }[] }).versions.map(({ type }) => type)).toEqual([
      'EprWentLive.v1',
      'FactRetracted.v1',
      'FactReinstated.v1',
    ]);
  });

  it('disputes, resolves, and attaches evidence', async () => {
    const programme = await milepost.token('programme');
    const { fact } = await record(another());
    const disputed = (await post(`/api/v1/facts/${fact}/dispute`, { grounds: 'Not yet.' }).expect(201))
      .body as RecordedBody;
    const outcome = { dispute: disputed.events[0]?.id, outcome: 'It stands.' };
    await post(`/api/v1/facts/${fact}/resolution`, outcome).expect(403);
    await post(`/api/v1/facts/${fact}/resolution`, outcome, programme).expect(201);
    const documents = [{ sha256: 'a'.repeat(64), bytes: 12, mediaType: 'application/pdf' }];
    const attached = (await post(`/api/v1/facts/${fact}/evidence`, { documents }).expect(201)).body as RecordedBody;
    const entry = await milepost.http.get(`/api/v1/entries/${attached.events[0]?.sequence ?? ''}`).expect(200);
    expect((entry.body as { entry: { metadata: object } }).entry.metadata).toMatchObject({ evidence: documents });
  });

  it('records plans, states, assessments and support, each at its address', async () => {
    const programme = await milepost.token('programme');
    const plan = {
      type: 'EprGoLivePlanned',
      deployment: 'planned-epr',
      occurredOn: '2024-02-01',
      precision: 'day',
      plannedFor: '2099-Q4',
      plannedPrecision: 'quarter',
    };
    await post('/api/v1/trusts/RXX/plans', plan).expect(201);
    const state = { state: 'procuring', deployment: 'other-epr', occurredOn: '2024-01-31', precision: 'day' };
    await post('/api/v1/trusts/RXX/states', state).expect(201);
    const assessment = {
      framework: 'EMRAM',
      frameworkVersion: '2022',
      careSetting: 'acute',
      scores: { stage: 5 },
      assurance: 'self_assessed',
      occurredOn: '2024-01',
      precision: 'month',
    };
    await post('/api/v1/trusts/RXX/assessments', assessment).expect(201);
    const support = {
      type: 'SupportAgreed',
      kind: 'financial',
      amountGbpMillions: 1.5,
      year: '2024/25',
      occurredOn: '2024-01-10',
      precision: 'day',
    };
    await post('/api/v1/trusts/RXX/support', support).expect(403);
    const { token } = (await post('/api/v1/trusts/RXX/support', support, programme).expect(201)).body as RecordedBody;
    const read = await milepost.http.get('/api/v1/trusts/RXX/assessments').set('Milepost-After', token).expect(200);
    expect((read.body as { items: object[] }).items).toMatchObject([{ framework: 'EMRAM', scores: { stage: 5 } }]);
  });

  it('says who recorded it, and when it became public', async () => {
    const { events } = await record({ ...another(), reportedOn: '2024-03-10' });
    const { metadata } = bodyOf<{ entry: { metadata: Record<string, unknown> } }>(
      await milepost.http.get(`/api/v1/entries/${events[0]?.sequence ?? ''}`).expect(200),
    ).entry;
    expect(metadata).toMatchObject({
      actor: { id: reporter.split('_')[1], role: 'reporter' },
      origin: 'live',
      public: { on: '2024-03-10', how: 'reported' },
      requestHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.stringify(metadata)).not.toContain(reporter.split('_').slice(2).join('_'));
  });

  describe('with an Idempotency-Key', () => {
    it('answers the same request as the first time, also after others have recorded', async () => {
      const body = another();
      const first = (await milestone(body, reporter, { 'Idempotency-Key': 'once' }).expect(201)).body as RecordedBody;
      await record(another());
      const second = (await milestone(body, reporter, { 'Idempotency-Key': 'once' }).expect(201)).body as RecordedBody;
      expect(second).toEqual({ ...first, again: true });
    });

    it('records once, however many come at once', async () => {
      const body = another();
      const sent = [1, 2, 3, 4].map(() => milestone(body, reporter, { 'Idempotency-Key': 'at-once' }).expect(201));
      const answers = (await Promise.all(sent)).map((answer) => (answer.body as RecordedBody).fact);
      expect(new Set(answers).size).toBe(1);
    });

    it('refuses the key with another body (422)', async () => {
      await milestone(another(), reporter, { 'Idempotency-Key': 'mine' }).expect(201);
      const other = await milestone(another(), reporter, { 'Idempotency-Key': 'mine' }).expect(422);
      expect(other.body).toMatchObject({ type: '/problems/idempotency-key-reused' });
    });

    it('takes one body and refuses the others (422) where they come at once', async () => {
      for (const round of [1, 2, 3, 4, 5]) {
        const sent = [1, 2, 3].map(() => milestone(another(), reporter, { 'Idempotency-Key': `race-${round}` }));
        const answers = await Promise.all(sent);
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
        const refused = answers.filter(({ status }) => status === 422);
        for (const { body } of refused) expect(body).toMatchObject({ type: '/problems/idempotency-key-reused' });
      }
    });

    it('lets two tokens use the same key', async () => {
      const other = await milepost.token('reporter', ['RXX']);
      const one = (await milestone(another(), reporter, { 'Idempotency-Key': 'shared' }).expect(201))
        .body as RecordedBody;
      const two = (await milestone(another(), other, { 'Idempotency-Key': 'shared' }).expect(201)).body as RecordedBody;
      expect(one.fact).not.toBe(two.fact);
    });
  });

  describe('with If-Match', () => {
    it('records where the trust stands as it was seen', async () => {
      const { token } = await record(another());
      const seen = await milepost.http.get('/api/v1/trusts/RXX').set('Milepost-After', token).expect(200);
      await milestone(another(), reporter, { 'If-Match': seen.headers.etag ?? '' }).expect(201);
    });

    it('refuses where it has moved on (412)', async () => {
      const moved = await milestone(another(), reporter, { 'If-Match': '"0"' }).expect(412);
      expect(moved.body).toMatchObject({ type: '/problems/revision-moved', revision: expect.any(String) as string });
    });
  });

  it('answers an import with the token of the last thing it recorded, and with none where it recorded nothing', async () => {
    const programme = await milepost.token('programme');
    const importing = (asAt: string, query = '', accept = 'application/json') =>
      milepost.http
        .post(`/api/v1/imports?kind=ods&file=etr.csv&asAt=${asAt}${query}`)
        .auth(programme, { type: 'bearer' })
        .set('Accept', accept)
        .type('text/csv')
        .send(['RAA', 'RBB', 'RCC'].map(odsRow).join(''))
        .expect(200);
    const dry = await importing('2024-02-01', '&dryRun=true');
    expect([dry.body, dry.headers['milepost-after']]).toMatchObject([{ token: null }, undefined]);

    const done = await importing('2024-02-01');
    const { token } = bodyOf<{ token: string }>(done);
    expect(done.headers['milepost-after']).toBe(token);
    for (const ods of ['RAA', 'RBB', 'RCC']) {
      await milepost.http.get(`/api/v1/trusts/${ods}`).set('Milepost-After', token).expect(200);
    }
    const head = async () => {
      const last = await milepost.http.get('/api/v1/entries?limit=1').set('Milepost-After', token).expect(200);
      return bodyOf<{ moment: { size: string } }>(last).moment.size;
    };
    const size = await head();
    const again = await importing('2024-02-01');
    expect([again.body, again.headers['milepost-after']]).toMatchObject([{ token: null }, undefined]);
    await expect(head()).resolves.toBe(size);

    const told = await importing('2024-03-01', '', 'application/jsonl').buffer(true);
    const last = JSON.parse(told.text.trim().split('\n').at(-1) ?? '') as { report: { token: string } };
    await milepost.http.get('/api/v1/trusts/RAA').set('Milepost-After', last.report.token).expect(200);
  });

  it('waits for a write that a read asks to see, and says so where it is not there in time', async () => {
    const ahead = Buffer.from(JSON.stringify(['p1', 'milepost', 'milepost.trust-RXX', '9999'])).toString('base64url');
    const late = await milepost.http.get('/api/v1/trusts').set('Milepost-After', ahead).expect(503);
    expect(late.body).toMatchObject({ type: '/problems/not-visible-yet' });
    expect(late.headers['retry-after']).toBe('1');
  });

  it('answers for the day asked about', async () => {
    const { token } = await record(another());
    const level = async (asOf: string) => {
      return bodyOf<{ trust: { eprState: { level: string } } }>(
        await milepost.http.get(`/api/v1/trusts/RXX?asOf=${asOf}`).set('Milepost-After', token),
      ).trust.eprState.level;
    };
    await expect(level('2023-12-31')).resolves.toBe('not-known');
    await expect(level('2024-03-31')).resolves.toBe('live');
  });
});
