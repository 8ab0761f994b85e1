import { AxeBuilder } from '@axe-core/playwright';
import { Problem } from '@milepost/platform';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { NOW, startPages } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import { ACCESSIBILITY_RULES } from './accessibilityRules';
import { findBrowser } from './findBrowser';

const browserHere = findBrowser();
const withBrowser = browserHere ? describe : describe.skip;

const TODAY = 'asOf=2026-11-24';

/** A busy machine takes seconds for what a browser does in one. */
jest.setTimeout(60_000);

withBrowser('pages in each of their states', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    pages = await startPages();
    browser = await chromium.launch(browserHere);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ baseURL: pages.url, viewport: { width: 320, height: 700 } });
    page = await context.newPage();
  });
  afterEach(async () => {
    pages.startup.next({ kind: 'ready' });
    pages.state.next({ kind: 'live' });
    pages.fault = undefined;
    pages.refusal = undefined;
    await context.close();
  });

  /** Nothing for axe to find, nothing to scroll sideways, one heading that says what it is, and a way on. */
  async function hold(address: string, heading: string | RegExp): Promise<void> {
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    const { violations } = await new AxeBuilder({ page })
      .withTags(ACCESSIBILITY_RULES)
      .options({ resultTypes: ['violations'] })
      .analyze();
    expect([address, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([address, []]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth - innerWidth')).toBe(0);
    expect(await page.locator('main a').count()).toBeGreaterThan(0);
  }

  it.each([
    [`/statements?${TODAY}`, 'Public claims'],
    [`/statements/19?${TODAY}`, /90% reached/],
    [`/statements?${TODAY}&recordedBy=size:0`, 'Public claims'],
    [`/trusts?search=nothing-like-it&${TODAY}`, 'Trusts'],
    [`/trusts?${TODAY}&recordedBy=size:0`, 'Trusts'],
    [`/trusts?${TODAY}&recordedBy=size:9999`, 'This position is still to come'],
    ['/trusts?asOf=2026-02-31', 'There is no such position'],
    [`/trusts?asof=2026-03-31&${TODAY}`, 'The address cannot be read'],
    [`/trusts/NOPE?${TODAY}`, 'No such trust'],
    [`/entries/9999?${TODAY}`, 'No such entry'],
    [`/statements/nope?${TODAY}`, 'No such public claim'],
    ['/no/such/page', 'Page not found'],
  ])('%s', hold);

  it('while the public record is read in, and where that failed', async () => {
    pages.startup.next({ kind: 'importing', file: 'trusts.csv', done: 12, total: 278 });
    await hold(`/statements?${TODAY}`, 'Public claims');
    pages.startup.next({ kind: 'failed', reason: 'The disk is full.' });
    await hold(`/trusts?${TODAY}`, 'Trusts');
    expect(await page.getByText('What is shown here may not be complete').count()).toBe(1);
  });

  it('with the store away', async () => {
    pages.state.next({ kind: 'store-unavailable', reason: 'gone', since: NOW - 300_000 });
    await hold(`/trusts?${TODAY}`, 'Trusts');
  });

  it('when a view stopped: leads to the last position that is whole', async () => {
    pages.fault = new Problem({
      slug: 'view-halted',
      title: 'A view stopped',
      status: 503,
      detail: 'The view register could not apply entry 12.',
      extensions: { sequence: '12' },
    });
    await hold(`/trusts?${TODAY}`, 'The newest entries cannot be shown');
    pages.fault = undefined;
    await page.getByRole('link', { name: 'See this page as it was before that entry' }).click();
    await page.getByText('using the first 12 entries that Milepost held').waitFor();
  });

  it('when something went wrong: leads back to the same page', async () => {
    pages.fault = new Error('of the inside');
    await hold(`/trusts?search=north&${TODAY}`, 'Sorry, there is a problem with Milepost');
    pages.fault = undefined;
    await page.getByRole('link', { name: 'Load this page again' }).click();
    await page.getByRole('heading', { name: '1 trust counted on that day' }).waitFor();
  });

  it('on paper: what is shown, of which position, as rows, without ways, forms and notices', async () => {
    await page.goto('/trusts?asOf=2026-03-31&publicBy=2026-04-02');
    await page.emulateMedia({ media: 'print' });
    const isShown = (selector: string) => page.locator(selector).first().isVisible();
    for (const selector of ['nav', 'form', '.app-moment__change', '.app-downloads', '.app-live', '.nhsuk-pagination'])
      expect([selector, await isShown(selector)]).toEqual([selector, false]);
    expect(await page.getByText('using what had been made public by 2 April 2026').isVisible()).toBe(true);
    expect(await page.getByText('Record read to its end on 24 November 2026 at 9:59am.').isVisible()).toBe(true);
    expect(await page.getByText('3 seconds ago').isVisible()).toBe(false);
    expect(await page.getByText('Milepost is open source software').isVisible()).toBe(true);
    const style = (selector: string, name: string, pseudo = '') =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector(${JSON.stringify(selector)}), '${pseudo}').getPropertyValue('${name}')`,
      );
    expect(await style('.app-table tbody tr', 'display')).toBe('table-row');
    expect(await style('.app-table tbody tr', 'break-inside')).toBe('avoid');
    expect(await style('.app-table td', 'display')).toBe('table-cell');
    expect(await style('.app-table tbody a', 'content', '::after')).toBe('none');
    await page.goto(`/statements?${TODAY}`);
    expect(await style('a[href^="https://gazette"]', 'content', '::after')).toContain('https://gazette.example');
  });
});
