import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Figure {
  readonly metric: string;
  readonly agreed: { readonly numerator: number; readonly denominator: number; readonly notKnown: number };
  readonly same: boolean;
}
interface Read {
  readonly position: {
    readonly about: { readonly recordedBy: string };
    readonly figures: readonly Figure[];
    readonly fact: { readonly fact: string; readonly version: string; readonly data: object };
  };
  readonly since: readonly {
    readonly movement: { readonly parts: readonly { part: string; numerator: number }[] } | null;
  }[];
}

const POSITION = {
  ...{ id: 'year-end', title: 'End of 2023', authority: 'The programme board', asOf: '2023-12-31' },
  ...{ occurredOn: '2024-02-01', precision: 'day', reportedOn: '2024-02-10', metrics: ['in-scope', 'epr-live'] },
};

describe('positions agreed, through the interface', () => {
  let milepost: TestServer;
  let programme: string;

  const agree = (body: object, token = programme) =>
    milepost.http.post('/api/v1/positions').auth(token, { type: 'bearer' }).send(body);
  const read = async (query: string): Promise<Read> =>
    bodyOf<Read>(await milepost.http.get(`/api/v1/positions/year-end?${query}`).expect(200));
  const size = async (): Promise<string> =>
    bodyOf<{ moment: { size: string } }>(await milepost.http.get('/api/v1/positions')).moment.size;
  const seen = async (answer: { body: unknown }): Promise<void> =>
    void (await milepost.http
      .get('/api/v1/positions')
      .set('Milepost-After', bodyOf<{ token: string }>(answer).token)
      .expect(200));
  const live = async (ods: string, occurredOn: string, reportedOn: string): Promise<void> =>
    seen(
      await milepost.http
        .post(`/api/v1/trusts/${ods}/milestones`)
        .auth(programme, { type: 'bearer' })
        .send({ type: 'EprWentLive', deployment: 'one', precision: 'day', occurredOn, reportedOn })
        .expect(201),
    );

  beforeAll(async () => {
    milepost = await testServer();
    programme = await milepost.token('programme');
    await milepost.register(['RQ1', 'RQ2', 'RQ3']);
    await live('RQ1', '2023-05-01', '2023-05-02');
  }, 60_000);
  afterAll(() => milepost.stop());

  it.each([
    ['a day that is not over', { asOf: '2999-01-01' }, 409, 'position-moment-ahead'],
    ['a day after it was agreed', { asOf: '2024-02-02' }, 409, 'position-moment-ahead'],
    ['a day that there is not', { asOf: '2023-02-30' }, 400, 'invalid-moment'],
    ['entries that are not recorded', { recordedBy: 'size:999999' }, 404, 'not-yet-recorded'],
    ['a figure that there is not', { metrics: ['epr-perfect'] }, 404, 'unknown-metric'],
    ['figures of its own', { figures: [{ metric: 'epr-live', numerator: 3 }] }, 400, 'invalid-request'],
    ['no figure', { metrics: [] }, 400, 'invalid-request'],
    ['no body that agreed', { authority: undefined }, 400, 'invalid-request'],
    ['an id that is none', { id: 'Year end' }, 400, 'invalid-request'],
    ['an agreement that lies ahead', { occurredOn: '2999-01-01', reportedOn: undefined }, 409, 'happened-after-today'],
  ])('refuses a position with %s, and records nothing', async (_, change, status, slug) => {
    const before = await size();
    const answer = await agree({ ...POSITION, ...change });
    expect([answer.status, bodyOf<{ type: string }>(answer).type]).toEqual([status, `/problems/${slug}`]);
    expect(await size()).toBe(before);
  });

  it('lets nobody record one but the programme', async () => {
    await agree(POSITION, await milepost.token('reporter')).expect(403);
    await milepost.http.post('/api/v1/positions').send(POSITION).expect(401);
  });

  it('takes the figures from the record, pinned to what it held, and says what has changed since', async () => {
    const before = await size();
    await seen(await agree(POSITION).expect(201));
    await agree({ ...POSITION, title: 'Another' }).expect(409, /position-already-agreed/);
    const after = await size();
    await live('RQ2', '2023-11-01', '2024-03-01');
    await live('RQ3', '2024-04-01', '2024-04-02');
    const { position, since } = await read('asOf=2024-05-01');
    expect(position.about.recordedBy).toBe(`size:${before}`);
    expect(position.figures).toMatchObject([
      { metric: 'in-scope', agreed: { numerator: 3 }, same: true },
      { metric: 'epr-live', agreed: { numerator: 1, denominator: 3, notKnown: 2 }, same: true },
    ]);
    const moved = since[1]?.movement?.parts.filter(({ numerator }) => numerator !== 0);
    expect(moved).toMatchObject([
      { part: 'learned-later', numerator: 1 },
      { part: 'progress', numerator: 1 },
    ]);
    const then = await read(`asOf=2024-05-01&recordedBy=size:${after}`);
    expect(then.position).toEqual(position);
    expect(then.since[1]?.movement?.parts.every(({ numerator }) => numerator === 0)).toBe(true);
    expect((await read('asOf=2024-05-01&publicBy=2024-02-10')).since.map(({ movement }) => movement)).toEqual([
      null,
      null,
    ]);
    await milepost.http.get('/api/v1/positions/year-end?asOf=2024-01-31').expect(404, /unknown-position/);
    await milepost.http.get(`/api/v1/positions/year-end?recordedBy=size:${before}`).expect(404);
    await milepost.http.get('/api/v1/positions/year-end?publicBy=2024-02-09').expect(404);
    const csv = await milepost.http.get('/api/v1/positions.csv').expect(200);
    expect(csv.text).toContain('epr-live');
  });

  it('lets its words be corrected, and never its figures', async () => {
    const { fact } = (await read('asOf=2024-05-01')).position;
    const correct = (data: object) =>
      milepost.http
        .post(`/api/v1/facts/${fact.fact}/correction`)
        .auth(programme, { type: 'bearer' })
        .send({ replaces: fact.version, reason: 'Read again', data: { ...fact.data, ...data } });
    await correct({ asOf: '2023-11-30' }).expect(409, /position-figures-stand/);
    await correct({ figures: [] }).expect(400);
    await correct({ title: 'Year end' }).expect(201);
  });
});
