import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '@milepost/embedded-store';
import type { Page } from 'playwright-core';
import { testServer } from '../../apps/server/testing/testServer';
import type { TestServer } from '../../apps/server/testing/testServer';
import { startPages } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import { describeInBrowser, findings } from './describeInBrowser';

describeInBrowser('a page that stands open', (open) => {
  let page: Page;

  const notice = () => page.locator('[data-live]');
  describe('over a scripted record', () => {
    let pages: PagesUnderTest;
    let recorded: number;

    beforeAll(async () => {
      pages = await startPages();
      recorded = pages.size;
    });
    afterAll(() => pages.close());
    beforeEach(() => {
      pages.size = recorded - 3;
      pages.state.next({ kind: 'live' });
    });

    it('says how many entries are new and leads to them, without moving anything', async () => {
      page = await open(pages.url, { viewport: { width: 320, height: 700 } });
      await page.goto('/trusts/ZZ1?asOf=2026-11-24');
      await page.evaluate('scrollTo(0, 900)');
      const place = () =>
        page.evaluate<number[]>(
          "[...document.querySelectorAll('h2')].map((heading) => heading.getBoundingClientRect().top)",
        );
      const before = await place();
      pages.size = recorded;
      await page.getByText('3 new entries: show').waitFor();
      expect(await place()).toEqual(before);
      expect(await notice().getAttribute('role')).toBe('status');
      expect(await findings(page, '[data-live]')).toEqual([]);
      await notice().getByRole('link', { name: 'show' }).click();
      await page.locator(`[data-live$="after=${recorded}"]`).waitFor({ state: 'attached' });
      expect(new URL(page.url()).search).toBe('?asOf=2026-11-24');
      expect(await notice().textContent()).toBe('');
    });

    it('keeps how long ago the record was read up to date', async () => {
      page = await open(pages.url);
      await page.goto('/trusts?asOf=2026-11-24');
      await page.getByText('Last checked for new entries 3 seconds ago.').waitFor();
      pages.now += 57_000;
      await page.getByText('Last checked for new entries 1 minute ago.').waitFor();
      pages.now -= 57_000;
    });

    it('tells an outage, keeps its place, and tells the end of it', async () => {
      page = await open(pages.url);
      await page.goto('/trusts?asOf=2026-11-24');
      pages.state.next({ kind: 'store-unavailable', reason: 'gone', since: Date.UTC(2026, 10, 24, 9, 58) });
      await page
        .getByText('has not answered since 24 November 2026 at 9:58am. This is the last known position')
        .waitFor();
      expect(await findings(page, '[data-live]')).toEqual([]);
      pages.state.next({ kind: 'live' });
      await page.getByText('The record is being read again.').waitFor();
    });

    it('that was made during an outage stops warning once it is over', async () => {
      pages.state.next({ kind: 'store-unavailable', reason: 'gone', since: Date.UTC(2026, 10, 24, 9, 58) });
      page = await open(pages.url);
      await page.goto('/trusts?asOf=2026-11-24');
      expect(await page.locator('[data-live-age]').textContent()).toContain('Warning: ');
      pages.state.next({ kind: 'live' });
      await page.getByText('Last checked for new entries 3 seconds ago.').waitFor();
      expect(await page.locator('.app-moment__freshness--warning').count()).toBe(0);
    });

    it('of a fixed moment says nothing of what came later, and asks for nothing', async () => {
      page = await open(pages.url);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`/trusts?asOf=2026-11-24&recordedBy=size:${recorded - 5}`, { waitUntil: 'networkidle' });
      expect(await notice().count()).toBe(0);
      expect(asked.filter((path) => /^\/assets\/live-|^\/live$/.test(path))).toEqual([]);
    });

    it('is as it is with scripts off', async () => {
      page = await open(pages.url, { javaScriptEnabled: false });
      await page.goto('/trusts?asOf=2026-11-24');
      expect(await notice().textContent()).toBe('');
      expect(await page.getByText('Last checked for new entries 3 seconds ago.').count()).toBe(1);
    });
  });

  describe('over a whole server', () => {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-live-'));
    const start = (port = 0) => startEmbeddedStore({ file: join(folder, 'store.sqlite'), port });
    let store: Awaited<ReturnType<typeof start>>;
    let milepost: TestServer;
    let reporter: string;

    beforeAll(async () => {
      store = await start();
      milepost = await testServer({ eventStoreUrl: store.connectionString });
      await milepost.register(['RXX']);
      reporter = await milepost.token('reporter', ['RXX']);
    });
    afterAll(async () => {
      await milepost.stop();
      await store.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('tells of what is recorded meanwhile, of the store’s absence and of its return', async () => {
      page = await open(milepost.url);
      await page.goto('/trusts/RXX');
      const { pathname } = new URL(page.url());
      const fact = { type: 'EprWentLive', deployment: 'an-epr', occurredOn: '2024-03-02', precision: 'day' };
      await milepost.http
        .post('/api/v1/trusts/RXX/milestones')
        .auth(reporter, { type: 'bearer' })
        .send(fact)
        .expect(201);
      await page.getByText('1 new entry: show').waitFor();
      await notice().getByRole('link', { name: 'show' }).click();
      await page.getByText('Live last reported 2 March 2024').or(page.getByText('2 March 2024')).first().waitFor();
      expect(new URL(page.url()).pathname).toBe(pathname);

      await store.stop();
      await page.getByText('The record’s store has not answered since').waitFor();
      store = await start(store.port);
      await page.getByText('The record is being read again.').waitFor();
    });
  });
});
