import { parse } from 'csv-parse/sync';
import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Step {
  readonly step: number;
  readonly at: { readonly asOf: string; readonly size: string; readonly publicBy: string | null };
  readonly figures: readonly {
    readonly metric: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly notKnown: number;
  }[];
  readonly moved: readonly {
    readonly metric: string;
    readonly ods: string;
    readonly part: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly notKnown: number;
    readonly entry: string | null;
  }[];
}
interface Replay {
  readonly begin: Step;
  readonly items: readonly Step[];
  readonly total: number;
  readonly next: string | null;
}

describe('replay over HTTP', () => {
  let milepost: TestServer;
  let small: string;
  let size: string;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY']);
    small = bodyOf<{ moment: { size: string } }>(await milepost.http.get('/api/v1/trusts').expect(200)).moment.size;
    const programme = await milepost.token('programme');
    let token = '';
    for (const [ods, occurredOn, reportedOn] of [
      ['RXX', '2024-01-10', '2024-02-05'],
      ['RYY', '2024-03-10', '2024-05-05'],
    ] as const) {
      const sent = await milepost.http
        .post(`/api/v1/trusts/${ods}/milestones`)
        .auth(programme, { type: 'bearer' })
        .send({ type: 'EprWentLive', deployment: 'an-epr', occurredOn, precision: 'day', reportedOn })
        .expect(201);
      ({ token } = bodyOf<{ token: string }>(sent));
    }
    const seen = await milepost.http.get('/api/v1/trusts').set('Milepost-After', token).expect(200);
    ({ size } = bodyOf<{ moment: { size: string } }>(seen).moment);
  }, 60_000);
  afterAll(() => milepost.stop());

  const replay = async (query: string): Promise<Replay> =>
    bodyOf<Replay>(await milepost.http.get(`/api/v1/replay?${query}`).expect(200));
  const live = ({ figures }: Step): number | undefined =>
    figures.find(({ metric }) => metric === 'epr-live')?.numerator;

  it('goes entry by entry through what was recorded, and names the entries that moved each figure', async () => {
    const { begin, items, total, next } = await replay(`along=recorded&from=size:${small}&asOf=2024-12-31`);
    expect([begin.at.size, total, next]).toEqual([small, Number(size) - Number(small), null]);
    expect([begin, ...items].map(live)).toEqual([0, 1, 2]);
    expect(items.map(({ moved }) => moved.filter(({ metric }) => metric === 'epr-live'))).toMatchObject([
      [{ ods: 'RXX', part: 'learned-later', numerator: 1, entry: small }],
      [{ ods: 'RYY', part: 'learned-later', numerator: 1, entry: String(Number(small) + 1) }],
    ]);
  });

  it('goes month by month along what had been made public, and along the days', async () => {
    const known = await replay('along=public&from=2024-01-01&to=2024-06-30&asOf=2024-12-31&metric=epr-live');
    expect(known.items.map(({ at: { publicBy } }) => publicBy)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
      '2024-06-30',
    ]);
    expect(known.items.map(live)).toEqual([0, 1, 1, 1, 2, 2]);
    const days = await replay('along=asOf&from=2024-01-01&to=2024-06-30&metric=epr-live');
    expect(days.items.map(live)).toEqual([1, 1, 2, 2, 2, 2]);
    expect(days.items[2]?.moved).toMatchObject([{ ods: 'RYY', part: 'progress' }]);
  });

  it('goes by the days on which something was recorded', async () => {
    const { items, total } = await replay('along=recorded&every=day&asOf=2024-12-31');
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ step: 1, at: { size } });
  });

  it('is the figure that each of its moments gives, and each step adds up from the one before', async () => {
    const { begin, items } = await replay('along=public&from=2024-01-01&to=2024-06-30&asOf=2024-12-31');
    let before = begin;
    for (const step of items) {
      for (const figure of step.figures) {
        const query = new URLSearchParams({
          asOf: step.at.asOf,
          recordedBy: `size:${step.at.size}`,
          publicBy: step.at.publicBy ?? '',
        });
        const asked = await milepost.http.get(`/api/v1/figures/${figure.metric}?${query.toString()}`).expect(200);
        expect(bodyOf<{ figure: object }>(asked).figure).toMatchObject(figure);
        const was = before.figures.find(({ metric }) => metric === figure.metric);
        const own = step.moved.filter(({ metric }) => metric === figure.metric);
        const sum = (number: 'numerator' | 'denominator' | 'notKnown'): number =>
          own.reduce((total, move) => total + move[number], was?.[number] ?? 0);
        expect([sum('numerator'), sum('denominator'), sum('notKnown')]).toEqual([
          figure.numerator,
          figure.denominator,
          figure.notKnown,
        ]);
      }
      before = step;
    }
  });

  it('pages with a cursor that keeps the moment, and leaves out on request what changes nothing', async () => {
    const query = 'along=public&from=2024-01-01&to=2024-06-30&asOf=2024-12-31&metric=epr-live&changes=only&limit=3';
    const first = await replay(query);
    expect(first.items.map(({ step }) => step)).toEqual([2]);
    const second = bodyOf<Replay>(await milepost.http.get(first.next ?? '').expect(200));
    expect([second.begin.step, second.items.map(({ step }) => step), second.next]).toEqual([3, [5], null]);
    const text = (await milepost.http.get(`/api/v1/replay.csv?${query}`).expect(200)).text;
    expect(parse(text, { columns: true })).toMatchObject([{ step: '2', numerator: '1', trustsMoved: 'RXX' }]);
  });

  it.each([
    ['along=public&every=entry', 'every'],
    ['along=asOf&from=2024-06-01&to=2024-01-01', 'from'],
    ['along=asOf&from=1900-01-01&to=2024-01-01', 'from'],
    ['along=asOf&from=never', 'from'],
    ['along=recorded&to=size:9999', 'to'],
    ['along=sideways', 'along'],
    ['', 'along'],
    ['along=recorded&limit=1000', 'limit'],
  ])('refuses %s by name', async (query, parameter) => {
    const refused = await milepost.http.get(`/api/v1/replay?${query}`).expect(400);
    expect(refused.body).toMatchObject({ type: '/problems/invalid-request', errors: [{ parameter }] });
  });
});
