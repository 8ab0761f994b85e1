import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { testServer } from '../../apps/server/testing/testServer';
import type { TestServer } from '../../apps/server/testing/testServer';
import { describeInBrowser } from './describeInBrowser';

const CODES = Array.from({ length: 60 }, (_, n) => `R${String(100 + n)}`);
const HEADER = 'ods_code,name,state,as_at,reported_on';
const HOSTILE = '<img src=x onerror=alert(1)>';

describeInBrowser('the audit trail and files, in a browser', (open) => {
  let milepost: TestServer;
  let page: Page;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(CODES);
  });
  afterAll(async () => {
    await milepost.stop();
  });

  /** Everything works with scripts off, and is tested so. */
  beforeEach(async () => {
    page = await open(milepost.url, { javaScriptEnabled: false });
  });

  const numbers = async (): Promise<readonly number[]> =>
    (await page.locator('tbody th a').allTextContents()).map((text) => Number(text.replace('Entry ', '')));

  async function downloaded(name: string): Promise<string> {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    return readFileSync(await (await coming).path(), 'utf8');
  }

  describe('entries', () => {
    it('are narrowed down, paged, and downloaded as they are shown', async () => {
      await page.goto('/audit?asOf=2026-03-31');
      await page.getByLabel('Type of entry').selectOption({ label: 'Trust registered' });
      await page.getByLabel('About').selectOption({ label: 'Trust' });
      await page.getByRole('button', { name: 'Show entries' }).click();
      const first = await numbers();
      expect(first).toHaveLength(50);
      await page.getByRole('link', { name: 'Older entries' }).click();
      const second = await numbers();
      expect(second).toHaveLength(10);
      expect(await page.getByLabel('Type of entry').inputValue()).toBe('TrustRegistered.v1');
      const table = parse(await downloaded('Download these entries as a table (CSV)'), { columns: true });
      expect(table.map((row) => Number((row as { sequence: string }).sequence))).toEqual(second);
      const lines = (await downloaded('Download these entries as JSON Lines')).trim().split('\n');
      expect(lines.map((line) => Number((JSON.parse(line) as { sequence: string }).sequence))).toEqual(second);
      await page.getByRole('link', { name: 'Newer entries' }).click();
      expect(await numbers()).toEqual(first);
      await page.getByRole('link', { name: 'Clear filters' }).click();
      expect((await numbers())[0]).toBeGreaterThan(first[0] ?? 0);
    });

    it('say which field cannot be used, and lead to it', async () => {
      await page.goto('/audit?asOf=2026-03-31');
      await page.getByLabel('Code').fill(HOSTILE);
      await page.getByLabel('Recorded from').fill('31/6/2026');
      await page.getByRole('button', { name: 'Show entries' }).click();
      await page.getByRole('link', { name: '“Recorded from” must be a real date' }).click();
      expect(await page.locator(':focus').getAttribute('id')).toBe('recordedFrom');
      expect(await page.getByLabel('Code').inputValue()).toBe(HOSTILE);
      await page.getByLabel('Recorded from').fill('1 January 2020');
      await page.getByRole('button', { name: 'Show entries' }).click();
      expect(await page.getByText('No entry at this position matches.').count()).toBe(1);
    });

    it('are given as the bytes that are hashed, one of them or all', async () => {
      await page.goto('/entries/3?asOf=2026-03-31');
      const shown = await page.locator('pre').first().textContent();
      expect(await downloaded('Download these bytes as they are hashed')).toBe(`${shown}\n`);
      await page.goto('/audit?asOf=2026-03-31');
      const all = await downloaded('Download the bytes of all 121 entries');
      expect(all.split('\n')[3]).toBe(shown);
    });
  });

  describe('a file', () => {
    async function signIn(role: string, trusts?: readonly string[]): Promise<void> {
      const answer = await milepost.http
        .post('/api/v1/tokens/links')
        .auth(milepost.administrator(), { type: 'bearer' })
        .send({ role, ...(trusts === undefined ? {} : { trusts }) })
        .expect(201);
      const { link } = answer.body as { link: string };
      await page.goto(link.replace(/^http:\/\/[^/]+/, ''));
      await page.getByRole('button', { name: 'Sign in' }).click();
    }

    const choose = (text: string, name = 'march.csv') =>
      page.getByLabel('The file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const check = () => page.getByRole('button', { name: 'Check this file' }).click();
    const heading = () => page.getByRole('heading', { level: 1 }).textContent();

    it('is sent with errors, put right, confirmed, and sent again', async () => {
      await page.goto('/import');
      expect(await heading()).toBe('Sign in');
      await signIn('reporter', ['R100', 'R101']);
      await page.getByRole('link', { name: 'Send a file' }).click();
      await check();
      await page.getByRole('link', { name: 'Select what the file holds' }).click();
      expect(await page.locator(':focus').getAttribute('name')).toBe('kind');

      await page.getByLabel('A return').check();
      await choose(
        `${HEADER}\nR100,,live,2026-03-31,2026-04-10\nR101,,alive,2026-03-31,2026-04-10\nR102,,live,2026-03-31,2026-04-10\n`,
      );
      await check();
      expect(await heading()).toBe('Check what this file would record');
      const refused = page.getByRole('table', { name: 'What to put right' });
      expect(await refused.getByRole('row').nth(1).textContent()).toMatch(
        /Line 3.*state.*not a value of this column. It takes none, outline_case/s,
      );
      expect(await refused.getByRole('row').nth(2).textContent()).toMatch(/Line 4.*ods_code.*not for R102/s);

      await page.getByRole('link', { name: 'Choose another file' }).click();
      await page.getByLabel('A return').check();
      await choose(`${HEADER}\nR100,,live,2026-03-31,2026-04-10\nR101,,none,2026-03-31,2026-04-10\n`);
      await check();
      expect(await page.getByRole('table', { name: 'What is new' }).getByRole('row').count()).toBe(3);
      await page.getByRole('button', { name: 'Record 2 rows' }).click();
      expect(await heading()).toBe('2 rows recorded');

      await page.getByRole('link', { name: 'Send another file' }).click();
      await page.getByLabel('A return').check();
      await choose(`${HEADER}\nR100,,live,2026-03-31,2026-04-10\nR101,,none,2026-03-31,2026-04-10\n`);
      await check();
      expect(await page.getByText('Everything in this file is in the record already.').count()).toBe(1);
      expect(await page.getByRole('button', { name: /^Record/ }).count()).toBe(0);
    });

    it('has a template to begin with, which can be sent back as it came', async () => {
      await signIn('programme');
      await page.goto('/import');
      const template = await downloaded('Download the template of a return (CSV)');
      expect(parse(template, { columns: true })).toHaveLength(CODES.length);
      await page.getByLabel('A return').check();
      await choose(template, 'template.csv');
      await check();
      expect(await page.getByText('No row of this file has anything new to record.').count()).toBe(1);
      await page.getByRole('link', { name: 'Choose another file' }).click();
      await page.getByLabel('A return').check();
      await choose(template.replace(/^(R103,[^,]*),,/m, '$1,live,').replace(/,\r\n/g, ',2026-04-10\r\n'));
      await check();
      await page.getByRole('button', { name: 'Record 1 row' }).click();
      expect(await heading()).toBe('1 row recorded');
    });

    it('shows hostile names and cells as text', async () => {
      await signIn('programme');
      await page.goto('/import');
      await page.getByLabel('A return').check();
      const cells = `${HOSTILE},"=cmd|calc",live,"+1",2026-04-10`;
      await choose(`${HEADER}\n${cells}\nR105,,live,2026-03-31,${HOSTILE}\n`, `${HOSTILE}.csv`);
      await check();
      expect(await page.locator('main img').count()).toBe(0);
      expect(await page.locator('main').textContent()).toContain(`${HOSTILE}.csv`);
      expect(await page.getByRole('table', { name: 'What to put right' }).textContent()).toContain(HOSTILE);
    });
  });
});
