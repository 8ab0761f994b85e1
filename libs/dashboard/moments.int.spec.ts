import { formatDay } from '@milepost/domain';
import type { Moment } from '@milepost/views';
import { linksOf, textOf } from './testing/pageText';
import { startPages } from './testing/startPages';
import type { PagesUnderTest } from './testing/startPages';

describe('the moment of a page', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });

  afterAll(() => pages.close());

  beforeEach(() => {
    pages.questions.asked.length = 0;
    pages.size = 25;
    pages.state.next({ kind: 'live' });
  });

  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(pages.url + path, { redirect: 'manual', headers });
    const html = await response.text();
    return { status: response.status, headers: response.headers, html, text: textOf(html) };
  }

  const asked = (): readonly (Omit<Moment, 'asOf' | 'publicBy'> & { asOf: string; publicBy: string | undefined })[] =>
    pages.questions.asked.map(({ asOf, size, publicBy }) => ({
      asOf: formatDay(asOf),
      size,
      publicBy: publicBy === undefined ? undefined : formatDay(publicBy),
    }));

  it.each([
    ['/', '/?asOf=2026-03-31'],
    ['/trusts?search=a+b&publicBy=2024-01-01', '/trusts?search=a+b&asOf=2026-03-31&publicBy=2024-01-01'],
    ['/trusts/ZZ1?recordedBy=size:9', '/trusts/ZZ1?asOf=2026-03-31&recordedBy=size%3A9'],
    ['/entries/9', '/entries/9?asOf=2026-03-31'],
    ['/audit', '/audit?asOf=2026-03-31'],
    ['/figures/epr-live', '/figures/epr-live?asOf=2026-03-31'],
  ])('opens %s at the programme’s last day, in its address', async (path, location) => {
    const { status, headers } = await get(path);
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([302, location, 'no-store']);
  });

  it('opens at today as long as the programme’s end is to come', async () => {
    pages.now = Date.UTC(2026, 2, 30, 23, 30);
    expect((await get('/')).headers.get('location')).toBe('/?asOf=2026-03-31');
    pages.now = Date.UTC(2026, 1, 1, 12);
    expect((await get('/')).headers.get('location')).toBe('/?asOf=2026-02-01');
    pages.now = Date.UTC(2026, 10, 24, 10);
  });

  it.each([
    ['asOf=2026-11-24', 'Position on 24 November 2026 , using everything recorded here.', undefined],
    ['asOf=2026-03-31', 'Position on 31 March 2026 , using everything recorded here.', 'A past day'],
    ['asOf=2027-01-01', 'Position on 1 January 2027 , using everything recorded here.', 'A day to come'],
    [
      'asOf=2026-03-31&publicBy=2026-04-02',
      'Position on 31 March 2026 , using what had been made public by 2 April 2026.',
      'Looking back',
    ],
    [
      'asOf=2026-03-31&recordedBy=2026-11-24',
      'Position on 31 March 2026 , using what Milepost held on 24 November 2026.',
      'Looking back',
    ],
    [
      'asOf=2026-03-31&recordedBy=2026-11-24T08:10:00.000Z',
      'using what Milepost held on 24 November 2026 at 8:10am.',
      'Looking back',
    ],
    [
      'asOf=2026-03-31&recordedBy=size:9&publicBy=2026-04-02',
      'using what had been made public by 2 April 2026 and the first 9 entries that Milepost held.',
      'Looking back',
    ],
  ])('says %s in one sentence, and marks all but today with everything', async (moment, sentence, mark) => {
    for (const path of ['/', '/trusts', '/trusts/ZZ1', '/entries/5', '/audit', '/figures/in-scope']) {
      const { text, html } = await get(`${path}?${moment}`);
      expect(text).toContain(sentence);
      if (mark === undefined) expect(html).not.toContain('app-moment--marked');
      else expect(text).toContain(`${mark} Position on`);
      expect(text.includes('See today’s position')).toBe(mark !== undefined);
    }
  });

  it('asks with all three coordinates, on every page', async () => {
    const moment = 'asOf=2026-03-31&recordedBy=size:10&publicBy=2024-12-31';
    for (const path of ['/trusts', '/trusts/ZZ1', '/figures/in-scope', '/entries/5']) {
      pages.questions.asked.length = 0;
      await get(`${path}?${moment}`);
      expect(asked().length).toBeGreaterThan(0);
      for (const one of asked()) expect(one).toEqual({ asOf: '2026-03-31', size: 10, publicBy: '2024-12-31' });
    }
    pages.questions.asked.length = 0;
    await get(`/?${moment}`);
    expect(asked().some(({ asOf }) => asOf === '2026-03-31')).toBe(true);
    for (const one of asked()) expect(one).toMatchObject({ size: 10, publicBy: '2024-12-31' });
  });

  it('answers differently at another day, another size and another public day', async () => {
    const lastReport = async (moment: string) =>
      /EPR ([^·]*?nothing since)/.exec((await get(`/trusts/ZZ1?${moment}`)).text)?.[1];
    expect(await lastReport('asOf=2026-03-31')).toBe('Live last reported November 2024, nothing since');
    expect(await lastReport('asOf=2023-06-30')).toMatch(/^Not known Go-live planned for June 2023/);
    expect(await lastReport('asOf=2026-03-31&publicBy=2023-12-31')).toBe(
      'Live last reported about 2 November 2023, nothing since',
    );
    expect(await lastReport('asOf=2026-03-31&recordedBy=size:8')).toMatch(/last reported on or before 31 October 2024/);
  });

  it('offers what had been made public where nothing was recorded yet', async () => {
    const { text, html } = await get('/trusts?asOf=2026-03-31&recordedBy=size:0');
    expect(text).toContain('Nothing was recorded yet at that time.');
    expect(text).toContain('How many trusts were counted on 31 March 2026 is not known');
    expect(text).not.toMatch(/\b0 trusts/);
    expect(linksOf(html)).toContain('/trusts?asOf=2026-03-31&publicBy=2026-03-31');
  });

  describe('its form', () => {
    const form = (fields: Record<string, string>) => get(`/position?${new URLSearchParams(fields).toString()}`);
    const on = { onDay: '1', onMonth: '4', onYear: '2026' };

    it.each([
      [{ ...on, page: '/', choice: 'everything' }, '/?asOf=2026-04-01'],
      [
        {
          ...on,
          page: '/trusts?search=a%26b&page=2',
          choice: 'public',
          publicDay: '2',
          publicMonth: '4',
          publicYear: '2026',
        },
        '/trusts?search=a%26b&page=2&asOf=2026-04-01&publicBy=2026-04-02',
      ],
      [
        { ...on, page: '/trusts/ZZ1', choice: 'held', heldDay: '24', heldMonth: '11', heldYear: '2026' },
        '/trusts/ZZ1?asOf=2026-04-01&recordedBy=2026-11-24',
      ],
      [{ ...on, page: '/trusts?asOf=1999-01-01', choice: 'everything' }, '/trusts?asOf=2026-04-01'],
      // What stands in a field of another choice is not used.
      [
        { ...on, page: '/', choice: 'everything', publicDay: '2', publicMonth: '4', publicYear: '2026' },
        '/?asOf=2026-04-01',
      ],
    ])('leads %j to %s', async (fields, location) => {
      const { status, headers } = await form(fields);
      expect([status, headers.get('location')]).toEqual([303, location]);
    });

    it.each([
      [{ onDay: '', onMonth: '', onYear: '' }, 'Enter a date for the position'],
      [{ onDay: '1', onMonth: '', onYear: '' }, 'The date for the position must include a month and a year'],
      [
        { onDay: '31', onMonth: '6', onYear: '2026' },
        'The date for the position must be a real date, such as 31 3 2026',
      ],
      [{ ...on, choice: 'public' }, 'Enter a date for what had been made public'],
      [
        { ...on, choice: 'held', heldDay: 'x', heldMonth: '1', heldYear: '2026' },
        'The date for what Milepost held must be a real date',
      ],
    ])('tells what is wrong with %j, and leaves it in place', async (fields: Record<string, string>, message) => {
      const { status, text, html } = await form({ page: '/trusts', ...fields });
      expect(status).toBe(400);
      expect(text).toContain(`There is a problem ${message}`);
      expect(text).toContain(`Error: ${message}`);
      for (const [name, value] of Object.entries(fields)) {
        if (name !== 'choice') expect(html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
      }
    });

    it.each([
      '//evil.example/',
      '/\\evil.example',
      'https://evil.example/',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/..//evil.example/',
      '/.//evil.example/',
      '/%2e%2e//evil.example/',
      '/trusts/..//evil.example/',
    ])('leads nowhere outside this site: %j', async (page) => {
      const { status, headers } = await form({ ...on, page });
      expect([status, headers.get('location')]).toEqual([400, null]);
    });

    it('stands on every page with the page’s own moment', async () => {
      const { html } = await get('/trusts?search=q&asOf=2026-03-31&publicBy=2026-04-02');
      expect(html).toContain('name="page" value="/trusts?search=q"');
      expect(html).toMatch(/name="onDay"[^>]*value="31"/);
      expect(html).toMatch(/name="publicMonth"[^>]*value="4"/);
      expect(html).toMatch(/value="public" checked/);
    });
  });

  describe('freshness', () => {
    it('says how long ago the record was read to its end', async () => {
      expect((await get('/trusts?asOf=2026-11-24')).text).toContain('Last checked for new entries 3 seconds ago.');
    });

    it('says since when the store has not been reached, and how old the page is', async () => {
      pages.state.next({ kind: 'store-unavailable', reason: 'refused', since: Date.UTC(2026, 10, 24, 9, 42) });
      for (const recordedBy of ['', '&recordedBy=size:9']) {
        expect((await get(`/trusts?asOf=2026-11-24${recordedBy}`)).text).toContain(
          'Warning: The event store has not been reached since 24 November 2026 at 9:42am. This page shows what was read by 24 November 2026 at 9:59am.',
        );
      }
    });

    it('says that reading has stopped, and why', async () => {
      pages.state.next({ kind: 'stopped', reason: 'The store has lost events.' });
      expect((await get('/trusts?asOf=2026-11-24')).text).toContain(
        'Warning: Reading has stopped and waits for its operator: The store has lost events.',
      );
    });

    it('warns while the record is still being read', async () => {
      pages.state.next({ kind: 'catching-up' });
      expect((await get('/trusts?asOf=2026-11-24')).text).toContain('Warning: The record is still being read.');
    });
  });

  describe('in a cache', () => {
    const fixed = '/trusts/ZZ1?asOf=2026-03-31&recordedBy=size:9';

    it('keeps nothing that can still change', async () => {
      for (const moment of ['asOf=2026-03-31', 'asOf=2026-11-24&publicBy=2024-01-01']) {
        const { headers } = await get(`/trusts?${moment}`);
        expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
      }
    });

    it('keeps a position that is fixed as long as it is the same', async () => {
      const first = await get(fixed);
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      expect(first.text).toContain('This position is fixed.');
      pages.now += 60_000;
      const again = await get(fixed, { 'If-None-Match': etag });
      expect([again.status, again.html]).toEqual([304, '']);
      pages.now -= 60_000;
    });

    it('sends it again where the page would say something else', async () => {
      const etag = (await get(fixed)).headers.get('etag') ?? '';
      pages.state.next({ kind: 'stopped', reason: 'The store was replaced.' });
      const again = await get(fixed, { 'If-None-Match': etag });
      expect(again.status).toBe(200);
      expect(again.text).toContain('The store was replaced.');
    });
  });
});
