import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Recorded {
  readonly fact: string;
  readonly token: string;
  readonly events: readonly { readonly sequence: string }[];
}
interface Standing {
  readonly moment: { readonly definitions: readonly string[] };
  readonly standing: {
    readonly level: string | null;
    readonly meets: string;
    readonly why: string | null;
    readonly version: string;
    readonly lines: readonly { readonly conditions: readonly { readonly entries: readonly string[] }[] }[];
  };
}

const core = {
  occurredOn: '2024-01-01',
  precision: 'day',
  reportedOn: '2024-01-01',
  version: '1',
  purpose: 'standard',
  title: 'Core level',
  effectiveFrom: '2024-01-01',
  levels: [
    { name: 'below' },
    { name: 'core', when: { all: [{ rule: 'in-use' }, { assessed: { framework: 'EMRAM' } }] } },
  ],
  rules: { 'in-use': { epr: { atLeast: 'live' } } },
  rollUp: { by: 'all', over: 'assessed' },
  mergerPolicy: 'any',
};
const when = { occurredOn: '2024-03-02', precision: 'day', reportedOn: '2024-04-10' };
const assessed = {
  ...when,
  framework: 'EMRAM',
  frameworkVersion: '2022',
  careSetting: 'acute',
  scores: { stage: 5 },
  assurance: 'independent',
};

describe('standards over HTTP', () => {
  let milepost: TestServer;
  let programme: string;
  let published: Recorded;
  let small: string;
  let token = '';

  const post = (path: string, body: object, as = programme) =>
    milepost.http.post(path).auth(as, { type: 'bearer' }).send(body);
  const get = (path: string) => milepost.http.get(path).set('Milepost-After', token);
  const record = async (path: string, body: object): Promise<Recorded> => {
    const recorded = bodyOf<Recorded>(await post(path, body).expect(201));
    ({ token } = recorded);
    return recorded;
  };
  const standing = async (more = ''): Promise<Standing> =>
    bodyOf(await get(`/api/v1/trusts/RXX/standing?standard=core-level${more}`).expect(200));

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY']);
    programme = await milepost.token('programme');
    published = await record('/api/v1/standards/core-level/versions', core);
    small = String(Number(published.events[0]?.sequence) + 1);
    await record('/api/v1/trusts/RXX/milestones', { ...when, type: 'EprWentLive', deployment: 'an-epr' });
    await record('/api/v1/trusts/RXX/assessments', assessed);
  }, 60_000);
  afterAll(() => milepost.stop());

  it('lists what is published beside what comes with Milepost, and gives a version as it was published', async () => {
    const { items } = bodyOf<{ items: object[] }>(await get('/api/v1/standards').expect(200));
    expect(items).toMatchObject([
      { id: 'core-level', shipped: false, inForce: '1', versions: [{ version: '1', fact: published.fact }] },
      { id: 'dma-every-measure-at-2', shipped: true, versions: [{ purpose: 'illustration', fact: null }] },
    ]);
    const { definition } = bodyOf<{ definition: object }>(
      await get('/api/v1/standards/core-level/versions/1').expect(200),
    );
    expect(definition).toMatchObject({ levels: core.levels, rules: core.rules, mergerPolicy: 'any' });
    await get('/api/v1/standards.csv').expect(200, /core-level,1,standard,Core level,2024-01-01,true/);
  });

  it('says where a trust stands, by which conditions, entries, and what is missing', async () => {
    const { standing: known, moment } = await standing();
    expect(known).toMatchObject({ level: 'core', meets: 'yes', version: '1' });
    expect(moment.definitions).toContain('meets:core-level@1, any');
    const entries = known.lines.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.entries));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of new Set([...entries, known.why as string])) await get(`/api/v1/entries/${entry}`).expect(200);
    const other = bodyOf<Standing>(await get('/api/v1/trusts/RYY/standing?standard=core-level').expect(200));
    expect(other.standing).toMatchObject({ level: null, meets: 'not-known', why: null });
  });

  const MOMENTS = [
    ['day', 'asOf=2024-02-15', 'asOf=2024-12-31'],
    ['size', 'recordedBy=size:SMALL', 'recordedBy=size:LARGE'],
    ['public day', 'publicBy=2024-03-31', 'publicBy=2024-12-31'],
  ] as const;
  const ADDRESSES = [
    '/api/v1/trusts/RXX/standing?standard=core-level&',
    '/api/v1/figures/meets:core-level@1?by=region&',
    '/api/v1/figures/meets:core-level@1/members?',
  ];
  const answer = async (address: string, moment: string): Promise<string> => {
    const { moment: _, ...rest } = bodyOf<Record<string, unknown>>(
      await get(address + moment.replace('SMALL', small).replace('LARGE', String(Number(small) + 2))).expect(200),
    );
    return JSON.stringify(rest);
  };
  it.each(ADDRESSES.flatMap((address) => MOMENTS.map((moment) => [address, ...moment] as const)))(
    '%s depends on the %s',
    async (address, _, one, other) => {
      expect(await answer(address, one)).not.toBe(await answer(address, other));
    },
  );
  it('a series depends on size and public day', async () => {
    const address = '/api/v1/figures/meets:core-level@1/series?from=2024-01-01&to=2024-12-31&';
    for (const [, one, other] of MOMENTS.slice(1)) {
      expect(await answer(address, one)).not.toBe(await answer(address, other));
    }
  });
  it('the list depends on size, public day and, for what is in force, on the day', async () => {
    const list = (moment: string) => answer('/api/v1/standards?', moment);
    expect(await list('asOf=2023-12-31')).not.toBe(await list('asOf=2024-01-01'));
    expect(await list('recordedBy=size:1')).not.toBe(await list('recordedBy=size:SMALL'));
    expect(await list('publicBy=2023-12-31')).not.toBe(await list('publicBy=2024-01-01'));
    const version = '/api/v1/standards/core-level/versions/1?';
    expect(JSON.parse(await answer(version, 'publicBy=2024-01-01'))).toMatchObject({ id: 'core-level' });
    await get(`${version}publicBy=2023-12-31`).expect(404);
    await get(`${version}recordedBy=size:1`).expect(404);
    await get('/api/v1/standards/core-level/versions/in-force?asOf=2023-12-31').expect(404);
  });

  it('counts the trusts that meet it, and names them', async () => {
    const { figure } = bodyOf<{ figure: object }>(await get('/api/v1/figures/meets:core-level@1').expect(200));
    expect(figure).toMatchObject({ numerator: 1, denominator: 2, notKnown: 1, percentLow: 50, percentHigh: 100 });
    const { items } = bodyOf<{ items: object[] }>(await get('/api/v1/figures/meets:core-level@1/members').expect(200));
    expect(items).toMatchObject([
      { ods: 'RXX', verdict: 'yes', level: 'core', reason: 'It is at the level “core”.' },
      { ods: 'RYY', verdict: 'not-known', level: null },
    ]);
    await get('/api/v1/figures/meets:core-level@1/members.csv').expect(200, /RXX,.*,yes,/);
  });

  it('evaluates a draft over all history and records nothing', async () => {
    const head = bodyOf<{ moment: { size: string } }>(await get('/api/v1/trusts')).moment.size;
    const draft = { ...core, version: 'draft', rules: { 'in-use': { not: { epr: { in: ['withdrawn'] } } } } };
    const preview = bodyOf<{ figure: object; points: object[]; members: object[] }>(
      await post('/api/v1/standards/core-level/preview?from=2024-01-01&to=2024-06-30', draft).expect(200),
    );
    expect(preview).toMatchObject({ figure: { numerator: 0, denominator: 2, notKnown: 2 } });
    expect(preview.points).toHaveLength(6);
    expect(preview.members).toHaveLength(2);
    expect(bodyOf<{ moment: { size: string } }>(await get('/api/v1/trusts')).moment.size).toBe(head);
  });

  it.each<[string, object, string, number]>([
    ['an unknown measure', { score: { framework: 'DMA', measure: 'xyz', atLeast: 2 } }, 'unknown-measure', 409],
    [
      'a threshold over 100',
      { score: { framework: 'DMA', measure: 'well_led', atLeast: 101 } },
      'threshold-over-100',
      400,
    ],
    ['a rule that is not there', { rule: 'gone' }, 'unknown-rule', 400],
    ['no condition', { maybe: true }, 'condition-unclear', 400],
  ])('refuses %s and records nothing, in a draft as in a version', async (_, condition, problem, status) => {
    const wrong = { ...core, version: '2', levels: [{ name: 'below' }, { name: 'core', when: condition }] };
    for (const path of ['versions', 'preview']) {
      const refused = bodyOf<{ type: string; errors: { pointer: string }[] }>(
        await post(`/api/v1/standards/core-level/${path}`, wrong).expect(status),
      );
      expect(refused.type).toBe(`/problems/${problem}`);
      expect(refused.errors[0]?.pointer).toMatch(/^\/levels\/1\/when/);
    }
    await get('/api/v1/standards/core-level/versions/2').expect(404);
  });

  it('refuses rules in a circle, and a version that stands', async () => {
    const circle = { ...core, version: '2', rules: { 'in-use': { not: { rule: 'in-use' } } } };
    const refused = bodyOf<{ type: string; detail: string }>(
      await post('/api/v1/standards/core-level/versions', circle).expect(400),
    );
    expect(refused.type).toBe('/problems/rules-in-a-circle');
    expect(refused.detail).toContain('in-use → in-use');
    await post('/api/v1/standards/core-level/versions', core).expect(409);
  });

  it('lets no other role publish, withdraw or draft', async () => {
    const reporter = await milepost.token('reporter');
    for (const path of ['versions', 'withdrawal', 'preview']) {
      await post(`/api/v1/standards/core-level/${path}`, core, reporter).expect(403);
    }
  });

  it('says nothing of any one trust by an illustration', async () => {
    const metric = '/api/v1/figures/meets:dma-every-measure-at-2@1';
    const { figure } = bodyOf<{ figure: object }>(await get(`${metric}?by=region`).expect(200));
    expect(figure).toMatchObject({ numerator: 0, denominator: 2, notKnown: 2, groups: [{ group: 'Y60' }] });
    for (const address of [
      `${metric}/members`,
      `${metric}?by=icb`,
      '/api/v1/trusts/RXX/standing?standard=dma-every-measure-at-2',
    ]) {
      const refused = bodyOf<{ type: string }>(await get(address).expect(404));
      expect(refused.type).toBe('/problems/illustration-has-no-members');
    }
    const mine = { ...core, version: 'mine' };
    await post('/api/v1/standards/dma-every-measure-at-2/versions', mine).expect(409);
  });

  it('withdraws from a day on, and keeps the version to be asked about by its name', async () => {
    await record('/api/v1/standards/core-level/withdrawal', {
      ...{ occurredOn: '2025-01-01', precision: 'day', reportedOn: '2025-01-01' },
      version: '1',
    });
    await get('/api/v1/trusts/RXX/standing?standard=core-level&asOf=2025-01-01').expect(404);
    expect((await standing('&asOf=2024-12-31')).standing.meets).toBe('yes');
    expect((await standing('&asOf=2025-01-01&definition=1')).standing.meets).toBe('yes');
    const { fact, token: corrected } = published;
    expect(corrected).not.toBe('');
    const data = { ...core, reportedOn: undefined, title: 'The core level' };
    await record(`/api/v1/facts/${fact}/correction`, { replaces: fact, reason: 'Its name.', data });
    const version = '/api/v1/standards/core-level/versions/1';
    expect(bodyOf(await get(version).expect(200))).toMatchObject({ version: { title: 'The core level' } });
    expect(bodyOf(await get(`${version}?recordedBy=size:${small}`).expect(200))).toMatchObject({
      version: { title: 'Core level' },
    });
  });
});
