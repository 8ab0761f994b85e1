import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Overdue {
  readonly since: string;
  readonly counted: number;
  readonly given: number;
  readonly received: boolean;
  readonly items: readonly { readonly ods: string; readonly level: string; readonly last: { data: object } | null }[];
  readonly next: string | null;
}

describe('returns that are not in the record, through the interface', () => {
  let milepost: TestServer;
  const overdue = async (query: string): Promise<Overdue> =>
    bodyOf<Overdue>(await milepost.http.get(`/api/v1/returns/overdue?${query}`).expect(200));

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RQ1', 'RQ2', 'RQ3']);
  }, 60_000);
  afterAll(() => milepost.stop());

  it('are listed with the last one of each, for the quarter that is over or since a day', async () => {
    expect(await overdue('asOf=2024-08-15')).toMatchObject({ since: '2024-06-30', received: false, given: 0 });
    const recorded = await milepost.http
      .post('/api/v1/trusts/RQ2/states')
      .auth(await milepost.token('reporter', ['RQ2']), { type: 'bearer' })
      .send({ state: 'procuring', occurredOn: '2024-06-30', precision: 'day', reportedOn: '2024-07-20' })
      .expect(201);
    const { token } = bodyOf<{ token: string }>(recorded);
    await milepost.http.get('/api/v1/trusts').set('Milepost-After', token).expect(200);
    const answer = await overdue('asOf=2024-08-15&limit=1');
    expect(answer).toMatchObject({ counted: 3, given: 1, received: true, items: [{ ods: 'RQ1', level: 'none' }] });
    expect(bodyOf<Overdue>(await milepost.http.get(answer.next ?? '')).items).toMatchObject([{ ods: 'RQ3' }]);
    expect((await overdue('asOf=2024-10-01')).items[1]).toMatchObject({
      ...{ ods: 'RQ2', level: 'none' },
      last: { occurredOn: '2024-06-30', data: { state: 'procuring' } },
    });
    expect((await overdue('asOf=2024-10-01&since=2024-06-30')).given).toBe(1);
    expect((await overdue('asOf=2024-10-01&since=2024-06-30&publicBy=2024-07-19')).given).toBe(0);
    const csv = await milepost.http.get('/api/v1/returns/overdue.csv?asOf=2024-10-01').expect(200);
    expect(csv.text).toContain('RQ2,Trust Rq2 NHS Foundation Trust,none,2024-06-30,2024-06-30,procuring');
  });

  it.each(['2024-02-30', 'yesterday', '2024-08-16'])('refuses to count since %s', async (since) => {
    const answer = await milepost.http.get(`/api/v1/returns/overdue?asOf=2024-08-15&since=${since}`).expect(400);
    expect(bodyOf<object>(answer)).toMatchObject({
      type: '/problems/invalid-request',
      errors: [{ parameter: 'since' }],
    });
  });
});
