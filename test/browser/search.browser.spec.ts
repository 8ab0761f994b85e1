import type { Page } from 'playwright-core';
import { startPages } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import { describeInBrowser, findings } from './describeInBrowser';
import type { ContextOptions } from './describeInBrowser';

describeInBrowser('searching among the trusts', (open) => {
  let pages: PagesUnderTest;
  let page: Page;

  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(async () => {
    await pages.close();
  });

  async function start(options: ContextOptions = {}): Promise<void> {
    page = await open(pages.url, options);
    await page.goto('/trusts?asOf=2026-11-24');
  }

  const found = () => page.locator('#results').textContent();
  const said = () => page.locator('[data-search-status]');
  const focused = () => page.evaluate('document.activeElement.id');
  /** The address, below the origin. */
  const address = () => page.url().slice(pages.url.length);

  it('finds while one types, by keyboard alone: field, address, title of results and what is read out stay together', async () => {
    await start();
    await page.locator('#search').focus();
    await page.keyboard.type('northvale');
    // A part of the word may be looked for before the whole.
    await page.waitForURL(/search=northvale$/, { waitUntil: 'commit' });
    await said().getByText('1 of the trusts counted on that day').waitFor();
    expect(await found()).toBe('1 of the trusts counted on that day');
    expect(await focused()).toBe('search');
    expect(address()).toBe('/trusts?asOf=2026-11-24&search=northvale');
    expect(await page.locator('#search').inputValue()).toBe('northvale');
    await page.keyboard.type('x');
    await said().getByText('No trust counted on that day matches').waitFor();
    await page.getByText('Check the spelling').waitFor();
    expect(await findings(page, 'main')).toEqual([]);
    for (let letters = 0; letters < 'northvalex'.length; letters += 1) await page.keyboard.press('Backspace');
    await said().getByText('64 trusts counted on that day').waitFor();
    expect(address()).toBe('/trusts?asOf=2026-11-24');
    // Back leads to where one came from, not through every letter.
    await page.keyboard.type('eastmere');
    await page.getByText('1 more trust was not counted on that day').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('region');
  });

  it('takes a choice among the filters, and everything that leads back here follows', async () => {
    await start();
    await page.getByLabel('EPR reports').selectOption('yes');
    await said().getByText('2 of the trusts counted on that day').waitFor();
    expect(address()).toBe('/trusts?asOf=2026-11-24&reported=yes');
    expect(await page.locator('input[data-here]').getAttribute('value')).toBe('/trusts?reported=yes');
    expect(await page.locator('[data-live]').getAttribute('data-live-here')).toBe(
      '/trusts?reported=yes&asOf=2026-11-24',
    );
    expect(await page.getByRole('link', { name: 'Download as a table (CSV)' }).getAttribute('href')).toContain(
      'scope=in&reported=true',
    );
    await page.getByRole('link', { name: 'Clear search and filters' }).click();
    expect(await found()).toBe('64 trusts counted on that day');
  });

  it('shows what was asked for last, whatever answers last', async () => {
    await start();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let answered: Promise<void> | undefined;
    await page.route(/search=east/, (route) => {
      answered = held.then(() => route.continue()).catch(() => undefined);
    });
    const first = page.waitForRequest(/search=east/);
    await page.locator('#search').fill('east');
    await first;
    await page.locator('#search').fill('northvale');
    await said().getByText('1 of the trusts counted on that day').waitFor();
    release();
    await answered;
    expect(await page.getByRole('rowheader').first().textContent()).toContain('Northvale');
    expect(address()).toContain('search=northvale');
  });

  it('says that no answer came, and the form still works', async () => {
    await start();
    await page.route(/search=north/, (route) => route.abort());
    await page.locator('#search').fill('north');
    await said().getByText('The search did not answer. Press Search to try again.').waitFor();
    expect(await found()).toBe('64 trusts counted on that day');
    await page.unroute(/search=north/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=north/);
    expect(await found()).toBe('1 of the trusts counted on that day');
  });

  it('works by its form with scripts off', async () => {
    await start({ javaScriptEnabled: false });
    await page.locator('#search').fill('zz1');
    await page.getByLabel('Sort by').selectOption('code');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await found()).toBe('1 of the trusts counted on that day');
    expect(await page.getByLabel('Sort by').inputValue()).toBe('code');
  });
});
