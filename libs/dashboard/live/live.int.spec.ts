import { Problem } from '@milepost/platform';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

describe('what pages that stand open ask', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages({ basePath: '/demonstration', kind: 'demonstration' });
  });
  afterEach(() => {
    pages.fault = undefined;
    pages.refusal = undefined;
  });
  afterAll(() => pages.close());

  const ask = (query: string) => fetch(`${pages.url}/live${query}`);

  it('is answered at once, and never kept', async () => {
    const answer = await ask(`?after=${pages.size - 2}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({
      entries: '2 new entries',
      age: 'Last checked for new entries 3 seconds ago.',
      outage: null,
    });
  });

  it('is asked by the pages below their base path, but not by those of a fixed moment', async () => {
    const page = async (query: string) => (await fetch(`${pages.url}/trusts?asOf=2026-11-24${query}`)).text();
    expect(await page('')).toContain(`data-live="/demonstration/live?after=${pages.size}"`);
    // A day that is not over is no fixed moment yet.
    expect(await page('&recordedBy=2026-11-25')).toContain('data-live=');
    expect(await page('&recordedBy=size:9')).not.toMatch(/data-live|live-[0-9a-f]+\.js/);
  });

  it('tells nobody who may not read', async () => {
    pages.refusal = new Problem({ slug: 'token-needed', title: 'A token is needed', status: 401, detail: 'Read on.' });
    expect((await ask('?after=1')).status).toBe(401);
  });

  it('promises no new entries that pages cannot show', async () => {
    pages.fault = new Problem({ slug: 'view-halted', title: 'A view stopped', status: 503, detail: 'It stopped.' });
    expect(await (await ask('?after=1')).json()).toMatchObject({ entries: null });
    pages.fault = new Error('of the inside');
    expect((await ask('?after=1')).status).toBe(500);
  });

  it.each(['', '?after=', '?after=-1', '?after=1e3', '?after=99999999999999999', '?after=1&after=2', '?before=1'])(
    'refuses %s',
    async (query) => {
      expect((await ask(query)).status).toBe(400);
    },
  );
});
