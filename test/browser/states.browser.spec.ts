import { Problem } from '@milepost/platform';
import type { Page } from 'playwright-core';
import { startPages } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import { describeInBrowser } from './describeInBrowser';

const TODAY = 'asOf=2026-11-24';

describeInBrowser('pages when something is the matter, and on paper', (open) => {
  let pages: PagesUnderTest;
  let page: Page;

  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(async () => {
    await pages.close();
  });
  beforeEach(async () => {
    page = await open(pages.url);
  });
  afterEach(() => {
    pages.fault = undefined;
  });

  it('when a view stopped: leads to the last position that is whole', async () => {
    pages.fault = new Problem({
      slug: 'view-halted',
      title: 'A view stopped',
      status: 503,
      detail: 'The view register could not apply entry 12.',
      extensions: { sequence: '12' },
    });
    await page.goto(`/trusts?${TODAY}`);
    pages.fault = undefined;
    await page.getByRole('link', { name: 'See this page as it was before that entry' }).click();
    await page.getByText('using the first 12 entries that Milepost held').waitFor();
  });

  it('when something went wrong: leads back to the same page', async () => {
    pages.fault = new Error('of the inside');
    await page.goto(`/trusts?search=north&${TODAY}`);
    pages.fault = undefined;
    await page.getByRole('link', { name: 'Load this page again' }).click();
    await page.getByRole('heading', { name: '1 of the trusts counted on that day' }).waitFor();
  });

  it('on paper: what is shown, of which position, as rows, without ways, forms and notices', async () => {
    await page.goto('/trusts?asOf=2026-03-31&publicBy=2026-04-02');
    await page.emulateMedia({ media: 'print' });
    const isShown = (selector: string) => page.locator(selector).first().isVisible();
    for (const selector of ['nav', 'form', '.app-moment__change', '.app-downloads', '.app-live', '.nhsuk-pagination'])
      expect([selector, await isShown(selector)]).toEqual([selector, false]);
    expect(await page.getByText('using what had been made public by 2 April 2026').isVisible()).toBe(true);
    expect(await page.getByText('Last checked for new entries on 24 November 2026 at 9:59am.').isVisible()).toBe(true);
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
