import type { Page } from 'playwright-core';
import { startPages } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import { describeInBrowser } from './describeInBrowser';

describeInBrowser('pages in a browser', (open) => {
  let pages: PagesUnderTest;
  let page: Page;

  beforeAll(async () => {
    pages = await startPages();
  });

  afterAll(async () => {
    await pages.close();
  });

  it('leads from the first page to a trust by keyboard alone', async () => {
    page = await open(pages.url);
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
    await page.getByRole('heading', { name: '1 of the trusts counted on that day' }).waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-03-31');
    for (let tabs = 0; tabs < 30; tabs += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').textContent())?.includes('Northvale')) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Northvale Hospitals' }).waitFor();
  });

  it('changes the position by its form, with scripts off', async () => {
    page = await open(pages.url, { javaScriptEnabled: false });
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
    page = await open(pages.url, { javaScriptEnabled: false });
    await page.goto('/trusts?asOf=2026-11-24');
    await page.getByLabel('EPR reports').selectOption('yes');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('#results').textContent()).toBe('2 of the trusts counted on that day');
    await page.getByRole('link', { name: 'Clear search and filters' }).click();
    await page.getByRole('link', { name: 'Next page' }).click();
    expect(await page.getByText('Showing 51 to').count()).toBe(1);
  });

  it('shows hostile texts as text', async () => {
    page = await open(pages.url);
    await page.goto('/trusts/ZZ2?asOf=2026-11-24');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<script>alert("x")</script>');
    expect(await page.title()).toContain('<script>alert("x")</script>');
  });

  it('takes a few small requests for its first view', async () => {
    page = await open(pages.url);
    const finished: Promise<{ responseBodySize: number }>[] = [];
    page.on('requestfinished', (request) => finished.push(request.sizes()));
    await page.goto('/?asOf=2026-03-31', { waitUntil: 'networkidle' });
    const sizes = (await Promise.all(finished)).map(({ responseBodySize }) => responseBodySize);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.length).toBeLessThanOrEqual(6);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });

  it('says unmistakably that a position is not today’s, also without colour', async () => {
    page = await open(pages.url);
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
