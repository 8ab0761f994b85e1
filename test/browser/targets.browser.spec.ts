import { servedPublicRecord } from '../support/servedPublicRecord';
import type { ServedLedger } from '../support/servedLedger';
import { describeInBrowser, findings, sideways } from './describeInBrowser';

const MARCH = 'asOf=2026-03-31';
const CASE = '/targets/frontline-digitisation-end/case-file';
const PAGES = [
  `/targets?${MARCH}`,
  `/targets/core-level?${MARCH}`,
  `/targets/frontline-digitisation-end?${MARCH}`,
  `${CASE}?${MARCH}`,
  `/targets?${MARCH}&recordedBy=size:0`,
];

describeInBrowser('targets, and why the deadline moved', (open) => {
  let milepost: ServedLedger;

  beforeAll(async () => {
    milepost = await servedPublicRecord();
  });
  afterAll(() => milepost.close());

  it('is the first door of the first page, with scripts off, and leads by keyboard to the case', async () => {
    const page = await open(milepost.url, { javaScriptEnabled: false });
    await page.goto(`/?${MARCH}`);
    const door = page.locator('.app-doors a').first();
    expect((await door.innerText()).trim()).toBe('Why the deadline moved');
    await door.press('Enter');
    await page.waitForURL(/case-file/);
    expect(await page.locator('h1').innerText()).toContain('Why the deadline moved');
    const first = page.locator('.app-findings').first().locator('li');
    expect(await first.first().innerText()).toContain('was moved from March 2025 to March 2026');
    expect(await first.nth(1).innerText()).toContain('The move came before 90% was reported');
    await page.locator('nav[aria-label="On this page"] a', { hasText: 'What is not known' }).press('Enter');
    expect(page.url()).toMatch(/#not-known$/);
  });

  it('gives each sentence’s source and kind, and leads to the entry that it follows from', async () => {
    const page = await open(milepost.url, { javaScriptEnabled: false });
    await page.goto(`${CASE}?${MARCH}`);
    const note = page.locator('.app-findings li .app-note').first();
    expect(await note.innerText()).toMatch(/^From entry \d+ \(.+, press\) and entry \d+ \(.+, press\)$/);
    await note.locator('a').last().press('Enter');
    await page.waitForURL(/\/entries\//);
    expect(await page.locator('main').innerText()).toContain('End of the programme revised');
  });

  it('has the list of requests to download', async () => {
    const page = await open(milepost.url);
    await page.goto(`${CASE}?${MARCH}`);
    const address = await page.getByRole('link', { name: 'Download the list of requests (CSV)' }).getAttribute('href');
    const csv = await (await fetch(milepost.url + (address ?? ''))).text();
    expect(csv.split('\r\n')[0]).toMatch(/^question,why,document,holder,state,/);
    const rows = await page.locator('#not-known ~ table tbody tr').count();
    expect(csv.trim().split('\r\n')).toHaveLength(rows + 1);
  });

  it('says that a date had not been moved yet, with the way on', async () => {
    const page = await open(milepost.url);
    const answer = await page.goto(`${CASE}?asOf=2023-06-30`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('main').innerText()).toContain('No move of the date');
    await page.getByRole('link', { name: 'See all targets' }).click();
    await page.waitForURL(/\/targets\?/);
    await page.goto('/targets?asOf=2023-06-30');
    expect(await page.locator('main').innerText()).not.toContain('Why the deadline moved');
  });

  it.each(PAGES)('is accessible, and fits 320 pixels: %s', async (address) => {
    const page = await open(milepost.url, { viewport: { width: 1280, height: 900 } });
    await page.goto(address);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await findings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });
});
