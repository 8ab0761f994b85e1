import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

const ADDRESS = '/api/v1/assessments/change?framework=DMA&measure=overall_comparable';

interface Changed {
  readonly moment: { readonly size: string; readonly definitions: readonly string[] };
  readonly change: Readonly<Record<string, unknown>> | null;
}

describe('how assessments changed, over HTTP', () => {
  let milepost: TestServer;
  /** Before the last trust's returns. */
  let small: string;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY', 'RZY']);
    const programme = await milepost.token('programme');
    let after = '';
    const assess = async (ods: string, version: string, careSetting: string, score: number, day: string) => {
      const body = {
        ...{ framework: 'DMA', frameworkVersion: version, careSetting, assurance: 'self_assessed' },
        ...{ scores: { overall_comparable: score } },
        ...{ occurredOn: day, precision: 'day', reportedOn: ods === 'RYY' ? '2026-03-20' : '2026-03-10' },
      };
      const sent = milepost.http.post(`/api/v1/trusts/${ods}/assessments`).auth(programme, { type: 'bearer' });
      after = bodyOf<{ token: string }>(await sent.send(body).expect(201)).token;
    };
    const seen = async () => {
      const read = milepost.http.get(ADDRESS).set('Milepost-After', after);
      return bodyOf<Changed>(await read.expect(200)).moment.size;
    };
    await assess('RXX', '2024', 'acute', 2, '2024-06-01');
    await assess('RXX', '2025', 'acute', 3, '2025-06-01');
    await assess('RYY', '2024', 'acute', 3, '2024-06-01');
    await assess('RYY', '2025', 'acute', 2.5, '2025-09-01');
    small = await seen();
    await assess('RZY', '2024', 'community', 2, '2024-06-01');
    await assess('RZY', '2025', 'community', 2, '2025-06-01');
    await assess('RZY', '2025', 'acute', 4, '2025-06-01');
    await seen();
  }, 60_000);
  afterAll(() => milepost.stop());

  const ask = async (moment: string): Promise<Changed> =>
    bodyOf<Changed>(await milepost.http.get(`${ADDRESS}&${moment}`).expect(200));

  it('counts what rose, fell and stayed level, and spreads both versions by care setting', async () => {
    const { moment, change } = await ask('asOf=2026-03-31');
    expect(moment.definitions).toEqual(['assessment-change@1']);
    expect(change).toMatchObject({
      ...{ earlier: '2024', later: '2025', returns: 3, rose: 1, fell: 1, level: 1, unpaired: 1 },
      publicOn: '2026-03-20',
      careSettings: [
        {
          ...{ careSetting: 'acute', returns: 2, rose: 1, fell: 1, level: 0 },
          earlier: { version: '2024', restated: false, least: 2, lower: 2.25, median: 2.5, upper: 2.75, greatest: 3 },
          later: { version: '2025', restated: false, median: 2.75 },
        },
        { careSetting: 'community', returns: 1, level: 1 },
      ],
    });
  });

  it('depends on the day, on what was recorded and on what was public', async () => {
    const at = async (moment: string) => (await ask(moment)).change;
    expect(await at('asOf=2024-12-31')).toBeNull();
    expect(await at('asOf=2025-07-01')).toMatchObject({ returns: 2, rose: 1, fell: 0, level: 1, unpaired: 2 });
    expect(await at(`asOf=2026-03-31&recordedBy=size:${small}`)).toMatchObject({ returns: 2, fell: 1, unpaired: 0 });
    expect(await at('asOf=2026-03-31&publicBy=2026-03-15')).toMatchObject({ returns: 2, fell: 0, unpaired: 1 });
    expect(await at('asOf=2026-03-31&publicBy=2026-03-01')).toBeNull();
  });

  it('is a table of care settings', async () => {
    const { text } = await milepost.http.get(`${ADDRESS.replace('?', '.csv?')}&asOf=2026-03-31`).expect(200);
    const [head = '', acute = ''] = text.split(/\r?\n/);
    expect(head.replaceAll('"', '')).toMatch(/^careSetting,returns,rose,fell,level,earlierVersion,/);
    expect(acute.replaceAll('"', '')).toMatch(/^acute,2,1,1,0,2024,false,2,2.25,2.5,2.75,3,2025,/);
  });

  it.each(['framework=XXX&measure=stage', 'framework=DMA', 'framework=DMA&measure=No%20measure'])(
    'refuses %s by what is wrong with it',
    async (query) => {
      await milepost.http.get(`/api/v1/assessments/change?${query}`).expect(400);
    },
  );
});
