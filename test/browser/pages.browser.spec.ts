import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Problem } from '@milepost/platform';
import { REPORT, startPages } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import { ACCESSIBILITY_RULES } from './accessibilityRules';
import { findBrowser } from './findBrowser';

const browserHere = findBrowser();
const withBrowser = browserHere ? describe : describe.skip;

const ADDRESSES = [
  '/?asOf=2026-03-31',
  '/trusts?asOf=2026-11-24',
  '/trusts?search=nothing-like-it&asOf=2026-11-24',
  '/trusts?page=2&asOf=2026-03-31&publicBy=2026-04-02',
  '/trusts/ZZ1?asOf=2026-11-24',
  '/trusts/ZZ2?asOf=2026-11-24',
  '/trusts/ZZ3?asOf=2026-04-01&recordedBy=size:0',
  '/trusts/ZZF00?asOf=2026-11-24',
  '/entries/9?asOf=2026-11-24',
  '/entries/22?asOf=2026-11-24&recordedBy=size:9',
  '/audit?asOf=2026-11-24',
  '/figures/epr-live?asOf=2026-11-24',
  '/position?page=/&onDay=31&onMonth=6&onYear=2026&choice=public',
  '/trusts/NOPE?asOf=2026-11-24',
  '/nothing?asOf=2026-11-24',
];

/** A busy machine takes seconds for what a browser does in one. */
jest.setTimeout(60_000);

withBrowser('pages in a browser', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let beyond: string[];
  let complaints: string[];

  beforeAll(async () => {
    pages = await startPages();
    pages.importReport = REPORT;
    browser = await chromium.launch(browserHere);
  });

  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    context = await browser.newContext({ baseURL: pages.url, ...options });
    page = await context.newPage();
    beyond = [];
    complaints = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(pages.url).origin) beyond.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        complaints.push(message.text());
    });
  }

  beforeEach(() => {
    pages.startup.next({ kind: 'ready' });
    pages.state.next({ kind: 'live' });
  });

  afterEach(async () => {
    expect(beyond).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  /** What axe finds, in short. */
  async function findings(): Promise<readonly string[]> {
    const axe = new AxeBuilder({ page }).withTags(ACCESSIBILITY_RULES).options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }

  /** How far the page can be scrolled sideways, in pixels. */
  function sideways(): Promise<number> {
    return page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth');
  }

  it.each(ADDRESSES)('has nothing for axe to find at %s', async (address) => {
    await open();
    await page.goto(address);
    expect(await findings()).toEqual([]);
  });

  it.each(['/?asOf=2026-03-31', '/trusts/ZZ1?asOf=2026-11-24', '/entries/9?asOf=2026-11-24'])(
    'has nothing for axe to find at %s on a narrow screen',
    async (address) => {
      await open({ viewport: { width: 320, height: 700 } });
      await page.goto(address);
      expect(await findings()).toEqual([]);
    },
  );

  it('has no state in which axe finds anything', async () => {
    await open();
    await page.goto('/trusts?asOf=2026-11-24');
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await findings()).toEqual([]);
    await page.goto('/?asOf=2026-11-24');
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect(await findings()).toEqual([]);
    pages.state.next({ kind: 'stopped', reason: 'The store has lost events.' });
    await page.goto('/trusts/ZZ1?asOf=2026-11-24');
    expect(await findings()).toEqual([]);
    pages.startup.next({ kind: 'importing', file: 'trusts.csv', done: 12, total: 278 });
    for (const address of ['/', '/trusts?asOf=2026-11-24']) {
      await page.goto(address);
      expect([address, await findings()]).toEqual([address, []]);
    }
    pages.fault = new Problem({ slug: 'starting', title: 'Milepost is starting', status: 503, detail: 'A moment.' });
    await page.goto('/trusts?asOf=2026-11-24');
    expect(await findings()).toEqual([]);
    pages.fault = undefined;
  }, 120_000);

  it('never scrolls sideways, at 320 pixels and so at 400% zoom', async () => {
    await open({ viewport: { width: 320, height: 700 } });
    for (const address of ADDRESSES) {
      await page.goto(address);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect([address, await sideways()]).toEqual([address, 0]);
    }
  });

  it('leads from the first page to a trust by keyboard alone', async () => {
    await open();
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toContain('Skip to main content');
    await page.keyboard.press('Enter');
    // Behind the link to today's position, the field to find a trust by.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('search');
    await page.keyboard.type('northvale');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 trust counted on that day' }).waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-03-31');
    for (let tabs = 0; tabs < 30; tabs += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').textContent())?.includes('Northvale')) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Northvale Hospitals' }).waitFor();
  });

  it('changes the position by its form, with scripts off', async () => {
    await open({ javaScriptEnabled: false });
    await page.goto('/trusts/ZZ1?asOf=2026-11-24');
    await page.getByText('Change the position').click();
    await page.locator('#onDay').fill('30');
    await page.locator('#onMonth').fill('6');
    await page.locator('#onYear').fill('2023');
    await page.getByRole('button', { name: 'Show this position' }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/trusts/ZZ1?asOf=2023-06-30');
    expect(await page.locator('.app-moment__sentence').textContent()).toContain('Position on 30 June 2023');
    await page.getByText('Change the position').click();
    await page.getByLabel('What had been made public by a day').check();
    await page.getByRole('button', { name: 'Show this position' }).click();
    await page.getByRole('link', { name: 'Enter a date for what had been made public' }).click();
    expect(await page.locator(':focus').getAttribute('id')).toBe('publicDay');
    expect(await page.locator('#onYear').inputValue()).toBe('2023');
  });

  it('filters and pages through the trusts with scripts off', async () => {
    await open({ javaScriptEnabled: false });
    await page.goto('/trusts?asOf=2026-11-24');
    await page.getByLabel('EPR reports').selectOption('yes');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('#results').textContent()).toBe('2 trusts counted on that day');
    await page.getByRole('link', { name: 'Clear search and filters' }).click();
    await page.getByRole('link', { name: 'Next page' }).click();
    expect(await page.getByText('Showing 51 to').count()).toBe(1);
  });

  it('shows hostile texts as text', async () => {
    await open();
    await page.goto('/trusts/ZZ2?asOf=2026-11-24');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<script>alert("x")</script>');
    expect(await page.title()).toContain('<script>alert("x")</script>');
  });

  it('takes a few small requests for its first view', async () => {
    await open();
    const finished: Promise<{ responseBodySize: number }>[] = [];
    page.on('requestfinished', (request) => finished.push(request.sizes()));
    await page.goto('/?asOf=2026-03-31', { waitUntil: 'networkidle' });
    const sizes = (await Promise.all(finished)).map(({ responseBodySize }) => responseBodySize);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.length).toBeLessThanOrEqual(6);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });

  it('says unmistakably that a position is not today’s, also without colour', async () => {
    await open();
    await page.goto('/?asOf=2026-03-31');
    expect(await page.getByRole('region', { name: 'Position shown on this page' }).textContent()).toContain(
      'A past day',
    );
    await page.getByRole('link', { name: 'See today’s position' }).first().click();
    expect(await page.getByRole('region', { name: 'Position shown on this page' }).textContent()).not.toContain(
      'A past day',
    );
  });
});
