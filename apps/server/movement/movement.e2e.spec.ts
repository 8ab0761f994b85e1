import { parse } from 'csv-parse/sync';
import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Part {
  readonly part: string;
  readonly trusts: number;
  readonly numerator: number;
  readonly pointsLow: { readonly rounded: number; readonly exact: string } | null;
}
interface Moved {
  readonly movement: { readonly parts: readonly Part[]; readonly from: object; readonly to: object };
  readonly moments: Readonly<Record<'from' | 'to', { readonly asOf: string; readonly size: string }>>;
}
interface Listed {
  readonly items: readonly { readonly ods: string; readonly part: string; readonly entry: string | null }[];
  readonly total: number;
  readonly next: string | null;
}
interface Refused {
  readonly type: string;
  readonly errors: readonly { readonly parameter: string }[];
}

describe('movement over HTTP', () => {
  let milepost: TestServer;
  /** Sizes before and after the go-lives. */
  let small: string;
  let large: string;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY', 'RZY']);
    small = bodyOf<{ moment: { size: string } }>(await milepost.http.get('/api/v1/trusts').expect(200)).moment.size;
    const programme = await milepost.token('programme');
    const live = async (ods: string, occurredOn: string): Promise<{ token: string; sequence: string }> => {
      const sent = await milepost.http
        .post(`/api/v1/trusts/${ods}/milestones`)
        .auth(programme, { type: 'bearer' })
        .send({
          type: 'EprWentLive',
          deployment: `${ods.toLowerCase()}-epr`,
          occurredOn,
          precision: 'day',
          reportedOn: '2024-06-01',
        })
        .expect(201);
      const { token, events } = bodyOf<{ token: string; events: readonly { sequence: string }[] }>(sent);
      return { token, sequence: events[0]?.sequence ?? '' };
    };
    await live('RXX', '2024-01-10');
    const { token, sequence } = await live('RYY', '2024-04-10');
    large = String(Number(sequence) + 1);
    await milepost.http.get('/api/v1/trusts').set('Milepost-After', token).expect(200);
  }, 60_000);
  afterAll(() => milepost.stop());

  const PATH = '/api/v1/figures/epr-live/movement';
  const between = (more = ''): string =>
    `from.asOf=2024-03-31&from.recordedBy=size:${small}&to.asOf=2024-12-31&to.recordedBy=size:${large}${more}`;

  it('splits the difference, with whole numbers, points and both moments', async () => {
    const { movement, moments } = bodyOf<Moved>(await milepost.http.get(`${PATH}?${between()}`).expect(200));
    expect(movement.from).toMatchObject({ numerator: 0, denominator: 3, notKnown: 3 });
    expect(movement.to).toMatchObject({ numerator: 2, denominator: 3, notKnown: 1 });
    expect(movement.parts.filter(({ trusts }) => trusts > 0)).toMatchObject([
      { part: 'learned-later', trusts: 1, numerator: 1, pointsLow: { rounded: 33.4, exact: '100/3' } },
      { part: 'progress', trusts: 1, numerator: 1, pointsLow: { rounded: 33.3, exact: '100/3' } },
    ]);
    expect([moments.from, moments.to]).toMatchObject([
      { asOf: '2024-03-31', size: small },
      { asOf: '2024-12-31', size: large },
    ]);
  });

  it('depends on each coordinate of each moment', async () => {
    const parts = async (query: string): Promise<string> =>
      JSON.stringify(bodyOf<Moved>(await milepost.http.get(`${PATH}?${query}`).expect(200)).movement);
    const whole = await parts(between());
    for (const [asked, other] of [
      ['from.asOf=2024-03-31', 'from.asOf=2024-01-01'],
      ['to.asOf=2024-12-31', 'to.asOf=2024-04-01'],
      [`from.recordedBy=size:${small}`, `from.recordedBy=size:${large}`],
      [`to.recordedBy=size:${large}`, `to.recordedBy=size:${Number(large) - 1}`],
    ] as const) {
      expect(between()).toContain(asked);
      expect(await parts(between().replace(asked, other))).not.toBe(whole);
    }
    const limited = between('&from.publicBy=2024-05-01&to.publicBy=2024-12-31');
    const known = await parts(limited);
    expect(await parts(limited.replace('to.publicBy=2024-12-31', 'to.publicBy=2024-05-31'))).not.toBe(known);
    const late = limited.replace(`size:${small}`, `size:${large}`);
    expect(await parts(late)).not.toBe(await parts(late.replace('2024-05-01', '2024-06-01')));
  });

  it('lists the trusts behind each part page by page, at the same two moments', async () => {
    const first = bodyOf<Listed>(await milepost.http.get(`${PATH}/members?${between('&limit=1')}`).expect(200));
    expect(first).toMatchObject({ total: 2, items: [{ ods: 'RXX', part: 'learned-later' }] });
    const second = bodyOf<Listed>(await milepost.http.get(first.next ?? '').expect(200));
    expect(second).toMatchObject({ total: 2, next: null, items: [{ ods: 'RYY', part: 'progress' }] });
    await milepost.http.get(`/api/v1/entries/${second.items[0]?.entry}`).expect(200);
    await milepost.http.get(`${first.next}&from.asOf=2024-01-01`).expect(400);
    const only = bodyOf<Listed>(await milepost.http.get(`${PATH}/members?${between('&part=progress')}`).expect(200));
    expect(only.items.map(({ ods }) => ods)).toEqual(['RYY']);
  });

  it('is a table too: a row a part, or a row a trust', async () => {
    const csv = async (path: string): Promise<readonly Record<string, string>[]> =>
      parse((await milepost.http.get(path).expect(200)).text, { columns: true });
    const rows = await csv(`${PATH}.csv?${between()}`);
    expect(rows.map(({ part, numerator }) => [part, numerator])).toContainEqual(['progress', '1']);
    expect(await csv(`${PATH}/members.csv?${between()}`)).toMatchObject([{ ods: 'RXX' }, { ods: 'RYY' }]);
    const groups = await csv(`${PATH}.csv?${between('&by=region')}`);
    expect(new Set(groups.map(({ group }) => group))).toEqual(new Set(['Y60']));
  });

  it('between two definitions names the part that the definition makes', async () => {
    const { movement } = bodyOf<Moved>(
      await milepost.http
        .get(`/api/v1/figures/epr-live-or-implementing/movement?${between('&from.metric=epr-live')}`)
        .expect(200),
    );
    expect(movement).toMatchObject({
      definitions: { from: 'epr-live@1, acquirer-only', to: 'epr-live-or-implementing@1, acquirer-only' },
    });
    await milepost.http.get(`${PATH}?${between('&from.metric=in-scope')}`).expect(400);
  });

  it('compares two moments trust by trust, page by page, and refuses two that cannot be', async () => {
    const first = bodyOf<Listed>(await milepost.http.get(`/api/v1/compare?${between('&limit=2')}`).expect(200));
    expect(first.items).toMatchObject([
      { ods: 'RXX', what: 'epr-state', before: 'not-known', after: 'live', changes: [{ cause: 'learned-later' }] },
      { ods: 'RXX', what: 'epr-live', before: 'not-known', after: 'yes' },
    ]);
    const second = bodyOf<Listed>(await milepost.http.get(first.next ?? '').expect(200));
    expect(second.items[1]).toMatchObject({
      ods: 'RYY',
      changes: [{ cause: 'between-days', entry: expect.any(String) as string }],
    });
    const { text } = await milepost.http.get(`/api/v1/compare.csv?${between()}`).expect(200);
    expect(parse(text, { columns: true })).toHaveLength(first.total);
    await milepost.http.get(`/api/v1/compare?${between('&to.publicBy=2024-12-31')}`).expect(400);
  });

  it('refuses two moments of which one alone is limited by what was public, and names the side of a bad moment', async () => {
    const refused = async (query: string): Promise<Refused> =>
      bodyOf<Refused>(await milepost.http.get(`${PATH}?${query}`).expect(400));
    expect(await refused(between('&to.publicBy=2024-12-31'))).toMatchObject({
      type: '/problems/moments-not-comparable',
      errors: [{ parameter: 'from.publicBy' }],
    });
    expect(await refused(between('&from.publicBy=2024-12-31'))).toMatchObject({
      errors: [{ parameter: 'to.publicBy' }],
    });
    expect(await refused('from.asOf=2024-02-30')).toMatchObject({
      type: '/problems/invalid-moment',
      errors: [{ parameter: 'from.asOf' }],
    });
    expect(await refused('asOf=2024-02-28')).toMatchObject({ errors: [{ parameter: 'asOf' }] });
    await milepost.http.get('/problems/moments-not-comparable').set('Accept', 'application/json').expect(200);
  });
});
