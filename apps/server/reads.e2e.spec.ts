import { parse } from 'csv-parse/sync';
import { bodyOf } from './testing/bodyOf';
import { testServer } from './testing/testServer';
import type { TestServer } from './testing/testServer';

interface Recorded {
  readonly fact: string;
  readonly token: string;
  readonly events: readonly { readonly sequence: string }[];
}
interface Listed {
  readonly items: readonly object[];
  readonly total: number;
  readonly next: string | null;
  readonly moment: { readonly size: string };
}

interface TrustsPage extends Listed {
  readonly items: readonly { readonly ods: string }[];
}

/** A day before, and one after, everything in the fixture was true; likewise of its becoming public. */
const BEFORE = '2024-02-15';
const AFTER = '2024-12-31';

describe('reading over HTTP', () => {
  let milepost: TestServer;
  let fact: string;
  /** Sizes before and after the fixture's facts. */
  let small: string;
  let large: string;
  let token: string;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY', 'RZY']);
    const programme = await milepost.token('programme');
    const record = async (path: string, body: object): Promise<Recorded> =>
      bodyOf(
        await milepost.http
          .post(`/api/v1/trusts/RXX/${path}`)
          .auth(programme, { type: 'bearer' })
          .send(body)
          .expect(201),
      );
    small = bodyOf<Listed>(await milepost.http.get('/api/v1/trusts').expect(200)).moment.size;
    const when = { occurredOn: '2024-03-02', precision: 'day', reportedOn: '2024-04-10' };
    const live = await record('milestones', { ...when, type: 'EprWentLive', deployment: 'an-epr', note: '=1+1' });
    const scored = await record('assessments', {
      ...when,
      framework: 'EMRAM',
      frameworkVersion: '2022',
      careSetting: 'acute',
      scores: { stage: 5 },
      assurance: 'independent',
    });
    fact = live.fact;
    token = scored.token;
    large = String(Number(scored.events[0]?.sequence) + 1);
    await milepost.http.get('/api/v1/trusts').set('Milepost-After', token).expect(200);
  }, 60_000);
  afterAll(() => milepost.stop());

  const get = (address: string) => milepost.http.get(address);
  const ok = async <T>(address: string): Promise<T> => bodyOf<T>(await get(address).expect(200));

  const DEPENDING = [
    '/api/v1/trusts?search=RXX',
    '/api/v1/trusts/RXX',
    '/api/v1/trusts/RXX/timeline',
    '/api/v1/trusts/RXX/assessments',
    '/api/v1/figures/epr-live?by=region',
    '/api/v1/figures/epr-live/members?limit=500',
  ];
  const answer = async (address: string, moment: string) => {
    const { moment: _, ...rest } = await ok<Record<string, unknown>>(
      `${address}${address.includes('?') ? '&' : '?'}${moment}`,
    );
    return JSON.stringify(rest);
  };

  it.each(DEPENDING)('%s depends on the day', async (address) => {
    expect(await answer(address, `asOf=${BEFORE}`)).not.toBe(await answer(address, `asOf=${AFTER}`));
  });

  it.each([
    ...DEPENDING,
    '/api/v1/trusts/RXX/history',
    '/api/v1/figures/epr-live/series?from=2024-01-01&to=2024-12-31',
  ])('%s depends on what was recorded', async (address) => {
    const sizes = [`recordedBy=size:${small}`, `recordedBy=size:${large}`];
    expect(await answer(address, sizes[0] ?? '')).not.toBe(await answer(address, sizes[1] ?? ''));
  });

  it.each([
    ...DEPENDING,
    '/api/v1/trusts/RXX/history',
    '/api/v1/figures/epr-live/series?from=2024-01-01&to=2024-12-31',
  ])('%s depends on what was public', async (address) => {
    const asOf = address.includes('from=') ? '' : `&asOf=${AFTER}`;
    expect(await answer(address, `publicBy=${BEFORE}${asOf}`)).not.toBe(
      await answer(address, `publicBy=${AFTER}${asOf}`),
    );
  });

  it('orders the trusts by name, by code, or by their latest report', async () => {
    const codes = async (order: string): Promise<readonly string[]> =>
      bodyOf<TrustsPage>(await milepost.http.get(`/api/v1/trusts${order}`).expect(200)).items.map(({ ods }) => ods);
    expect(await codes('')).toEqual(['RXX', 'RYY', 'RZY']);
    expect(await codes('?order=code')).toEqual(['RXX', 'RYY', 'RZY']);
    expect((await codes('?order=reported&search=R'))[0]).toBe('RXX');
    await milepost.http.get('/api/v1/trusts?order=best').expect(400);
  });

  it('knows of a fact only at the sizes and public days that hold it', async () => {
    await get(`/api/v1/facts/${fact}?recordedBy=size:${large}`).expect(200);
    await get(`/api/v1/facts/${fact}?recordedBy=size:${small}`).expect(404);
    await get(`/api/v1/facts/${fact}?publicBy=${BEFORE}`).expect(404);
    await get(`/api/v1/entries/${Number(large) - 1}?recordedBy=size:${large}`).expect(200);
    await get(`/api/v1/entries/${Number(large) - 1}?recordedBy=size:${small}`).expect(404);
  });

  it('answers with the moment that it answered for', async () => {
    const asked = `asOf=2024-03-31&recordedBy=size:${large}&publicBy=2024-05-01`;
    const { moment } = await ok<{ moment: object }>(`/api/v1/trusts?${asked}`);
    expect(moment).toMatchObject({
      ledger: 'milepost',
      asOf: '2024-03-31',
      size: large,
      recordedBy: `size:${large}`,
      publicBy: '2024-05-01',
      final: true,
      root: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as string,
      definitions: expect.arrayContaining(['scope@1', 'epr-state@1']) as string[],
    });
  });

  it('answers before anything was recorded, with the root of nothing', async () => {
    const { items, moment } = await ok<Listed & { moment: { root: string } }>('/api/v1/trusts?recordedBy=size:0');
    expect(items).toEqual([]);
    expect(moment).toMatchObject({
      size: '0',
      lastRecordedAt: null,
      root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      final: true,
    });
  });

  it('gives a final answer a tag, lets it be kept for ever where the moment was named, and answers 304 to whoever has it', async () => {
    const address = `/api/v1/trusts/RXX?asOf=2024-03-31&recordedBy=size:${large}`;
    const first = await get(address).expect(200);
    expect(first.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
    const tag = first.headers.etag ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    await get(address).set('If-None-Match', tag).expect(304);
    const today = await get(`/api/v1/trusts/RXX?recordedBy=size:${large}`).expect(200);
    expect(today.headers['cache-control']).toBe('no-cache');
    const now = await get('/api/v1/trusts?asOf=2024-03-31').expect(200);
    expect(now.headers.etag).toBeUndefined();
  });

  it('pages by cursor through one moment, whatever is recorded meanwhile', async () => {
    const codes: string[] = [];
    const programme = await milepost.token('programme');
    let address: string | null = '/api/v1/trusts?limit=1';
    const sizes = new Set<string>();
    for (let n = 0; address !== null; n += 1) {
      const page: TrustsPage = await ok<TrustsPage>(address);
      codes.push(...page.items.map(({ ods }) => ods));
      sizes.add(page.moment.size);
      address = page.next;
      const body = { state: 'live', deployment: `epr-${n}`, occurredOn: '2024-05-01', precision: 'day' };
      await milepost.http.post('/api/v1/trusts/RYY/states').auth(programme, { type: 'bearer' }).send(body).expect(201);
    }
    expect(codes.sort()).toEqual(['RXX', 'RYY', 'RZY']);
    expect(sizes.size).toBe(1);
  });

  it('links to the next page in the header too', async () => {
    const page = await get('/api/v1/entries?limit=1').expect(200);
    expect(page.headers.link).toBe(`<${bodyOf<Listed>(page).next}>; rel="next"`);
  });

  it('gives tables as CSV and JSON Lines, by ending or by Accept, with no formula in a cell', async () => {
    const asked = `asOf=${AFTER}&recordedBy=size:${large}`;
    const csv = await get(`/api/v1/trusts.csv?${asked}`)
      .expect(200)
      .expect('Content-Type', /^text\/csv/);
    const rows: Record<string, string>[] = parse(csv.text, { columns: true });
    expect(rows.map(({ ods }) => ods).sort()).toEqual(['RXX', 'RYY', 'RZY']);
    expect(rows.find(({ ods }) => ods === 'RXX')).toMatchObject({ eprState: 'live', scope: 'in' });
    const lines = await get(`/api/v1/trusts?${asked}`).set('Accept', 'application/jsonl').expect(200);
    expect(
      lines.text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { ods: string }).ods)
        .sort(),
    ).toEqual(['RXX', 'RYY', 'RZY']);
    for (const path of [
      'trusts/RXX/timeline',
      'trusts/RXX/history',
      'entries',
      'figures/in-scope',
      'figures/in-scope/members',
    ]) {
      const table = await get(`/api/v1/${path}.csv`).expect(200);
      expect(parse(table.text, { columns: true })).not.toEqual([]);
    }
  });

  it('finds entries by what they concern, type, actor, time, and what was corrected', async () => {
    const types = async (query: string) =>
      (await ok<{ items: { type: string }[] }>(`/api/v1/entries?${query}`)).items.map(({ type }) => type);
    expect(await types('type=CapabilityAssessed.v1')).toEqual(['CapabilityAssessed.v1']);
    expect(await types('concerns=trust-RXX&order=newest-first&limit=2')).toEqual([
      'CapabilityAssessed.v1',
      'EprWentLive.v1',
    ]);
    expect(await types('corrected=true')).toEqual([]);
    const { entry } = await ok<{ entry: { metadata: { actor: { id: string } } } }>('/api/v1/entries/0');
    expect(await types(`actor=${entry.metadata.actor.id}`)).toEqual(['LedgerOpened.v1']);
    expect(await types('recordedBefore=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await types('concerns=trust&type=EprWentLive.v1')).toEqual(['EprWentLive.v1']);
    expect(await types('concerns=log')).toEqual(['LedgerOpened.v1']);
    expect(await types('role=system')).toEqual(['LedgerOpened.v1']);
    expect(await types('role=reporter')).toEqual([]);
    const all = await types(`recordedBy=size:${large}`);
    expect(await types(`recordedBy=size:${large}&corrected=false`)).toEqual(all);
    expect(await types('corrected=true&type=EprWentLive.v1')).toEqual([]);
    expect(await types(`recordedBy=size:${large}&after=3`)).toEqual(all.slice(4));
    expect(await types('order=newest-first&after=2')).toEqual([all[1], all[0]]);
    expect(await types('recordedFrom=2100-01-01')).toEqual([]);
    expect(await types('recordedBefore=2100-01-01&limit=1')).toEqual(['LedgerOpened.v1']);
    await get('/api/v1/entries?recordedFrom=2026-02-30').expect(400);
    await get('/api/v1/entries?role=king').expect(400);
  });

  it('filters trusts by what is known of them on the day', async () => {
    const found = async (query: string) =>
      (
        await ok<{ items: { ods: string }[] }>(`/api/v1/trusts?asOf=${AFTER}&recordedBy=size:${large}&${query}`)
      ).items.map(({ ods }) => ods);
    expect(await found('eprState=live')).toEqual(['RXX']);
    expect(await found('reported=false')).toEqual(['RYY', 'RZY']);
    expect(await found('search=rzy')).toEqual(['RZY']);
    expect(await found('region=Y60&icb=QHM')).toHaveLength(3);
    expect(await found('region=Y61')).toEqual([]);
  });

  it('sends every answer with headers that keep it from being framed or sniffed', async () => {
    const { headers } = await get('/api/v1/trusts').expect(200);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('answers HEAD as GET, without a body', async () => {
    const head = await milepost.http.head('/api/v1/trusts').expect(200);
    expect(head.text).toBeUndefined();
  });
});
