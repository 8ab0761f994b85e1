import type { Page } from 'playwright-core';
import { bodyOf } from '../../apps/server/testing/bodyOf';
import { odsRow, testServer } from '../../apps/server/testing/testServer';
import type { TestServer } from '../../apps/server/testing/testServer';
import { HOSTILE_TEXTS, hostileOds, servedHostileLedger } from '../support/hostileLedger';
import type { ServedLedger } from '../support/servedLedger';
import { describeInBrowser, sideways } from './describeInBrowser';
import { quickHand } from './hand';
import { outOfOrder } from './readingOrder';

const NARROW = { viewport: { width: 320, height: 700 } };
const DAY = 'asOf=2026-03-31';
/** Of the texts, those that each break something else: markup, an attribute, directions, a line's width. */
const WORST = HOSTILE_TEXTS.flatMap((text, index) =>
  /<script|onerror|\u202e|w{200}|مستشفى/.test(text) ? [index] : [],
);
/** A folder, for whoever wants to see what was looked at. */
const PICTURES = process.env.MILEPOST_PICTURES;

/** Every page that is opened: no dialog, and each that was looked at reads in order and fits a narrow screen. */
class Watched {
  private readonly found: string[] = [];

  constructor(readonly page: Page) {
    page.on('dialog', (dialog) => {
      this.found.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  async look(what = this.page.url()): Promise<void> {
    await this.page.evaluate(`document.querySelectorAll('details').forEach((details) => (details.open = true))`);
    const wide = await sideways(this.page);
    if (wide !== 0) this.found.push(`${what} scrolls ${wide} pixels sideways`);
    for (const text of await outOfOrder(this.page)) this.found.push(`${what} is out of order at ${text}`);
    if (PICTURES !== undefined) {
      await this.page.screenshot({
        path: `${PICTURES}/${what.replace(/[^\w-]+/g, '_').slice(-60)}.png`,
        fullPage: true,
      });
    }
  }

  findings(): readonly string[] {
    return this.found;
  }
}

describeInBrowser('hostile texts in the record, in a browser', (open) => {
  let milepost: ServedLedger;

  beforeAll(async () => {
    milepost = await servedHostileLedger();
  });
  afterAll(() => milepost.close());

  it('run nothing, turn nothing round and push nothing aside, on every kind of page', async () => {
    const watched = new Watched(await open(milepost.url, NARROW));
    const addresses = [
      ...['/', '/trusts', '/trusts?show=all', '/statements', '/audit', '/figures/epr-live', '/figures/in-scope'],
      ...HOSTILE_TEXTS.map((_, index) => `/trusts/${hostileOds(index)}`),
      ...WORST.map((index) => `/statements/hostile-claim-${index}`),
      // Each kind of event about one trust, and what another program wrote.
      ...Array.from({ length: 18 }, (_, n) => `/entries/${n}`),
    ];
    for (const address of addresses) {
      await watched.page.goto(`${address}${address.includes('?') ? '&' : '?'}${DAY}`);
      await watched.look(address);
    }
    expect(watched.findings()).toEqual([]);
  });

  it('are texts in the answer to a search and in what an address says wrongly', async () => {
    const watched = new Watched(await open(milepost.url, NARROW));
    for (const index of WORST) {
      const text = encodeURIComponent(HOSTILE_TEXTS[index] ?? '');
      await watched.page.goto(`/trusts?search=${text}&${DAY}`);
      await watched.look(`search ${text}`);
    }
    const long = encodeURIComponent(`<script>alert(1)</script>\u202e${'w'.repeat(200)}`);
    for (const address of [
      `/${long}`,
      `/trusts/${long}`,
      `/statements/${long}`,
      `/trusts?${long}=1`,
      `/sign-in?code=${long}`,
    ]) {
      await watched.page.goto(address);
      await watched.look(address);
    }
    expect(watched.findings()).toEqual([]);
  });
});

describeInBrowser('hostile texts in forms, in a browser', (open) => {
  let milepost: TestServer;

  beforeAll(async () => {
    milepost = await testServer();
  });
  afterAll(() => milepost.stop());

  /** What may be typed: all but control characters, which are refused. */
  const TYPED = `<script>alert("x")</script>" onmouseover='alert(1)' \u202eTSURT \u200b👩‍⚕️ مستشفى, 12 ${'w'.repeat(200)}`;

  async function signedIn(): Promise<Watched> {
    const row = odsRow('RX1').replace('TRUST RX1 NHS FOUNDATION TRUST', TYPED.replaceAll('"', '""'));
    const token = await milepost.token('programme');
    const imported = await milepost.http
      .post('/api/v1/imports?kind=ods&file=etr.csv&asAt=2024-01-01')
      .auth(token, { type: 'bearer' })
      .type('text/csv')
      .send(row)
      .expect(200);
    await milepost.http
      .get('/api/v1/trusts/RX1')
      .set({ 'Milepost-After': bodyOf<{ token: string }>(imported).token })
      .expect(200);
    const issued = await milepost.http
      .post('/api/v1/tokens/links')
      .auth(milepost.administrator(), { type: 'bearer' })
      .send({ role: 'programme' })
      .expect(201);
    const watched = new Watched(await open(milepost.url, NARROW));
    await watched.page.goto(bodyOf<{ link: string }>(issued).link);
    await watched.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await watched.page.getByRole('heading', { level: 1, name: 'You are signed in' }).waitFor();
    return watched;
  }

  const headed = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name }).waitFor();

  it('are texts from the first form to the entry, the correction of it and the file', async () => {
    const watched = await signedIn();
    const { page } = watched;
    const hand = quickHand(page);
    await page.goto(`/report?search=script`);
    await watched.look('report-find');
    await page.goto('/trusts/RX1/report');
    await watched.look('report-what');
    await page.goto('/trusts/RX1/report/went-live');
    await hand.type('deployment-name', TYPED);
    await hand.choose('source-kind', 'press');
    for (const field of ['product', 'source-publisher', 'source-title', 'source-url']) await hand.type(field, TYPED);
    await hand.press('Continue');
    await page.getByRole('alert').waitFor();
    await watched.look('report-errors');
    expect(await page.locator('#product').inputValue()).toBe(TYPED);

    await hand.type('deployment-name', 'New system');
    await hand.type('source-url', 'https://gazette.example/epr');
    await hand.choose('occurred', 'month');
    await hand.type('occurred-month-month', '3');
    await hand.type('occurred-month-year', '2024');
    await hand.choose('public', 'today');
    await hand.type('product', `${TYPED}\u0007`);
    await hand.press('Continue');
    await page.getByRole('alert').getByText('U+0007 (BEL)').waitFor();
    await watched.look('report-control-character');
    await hand.type('product', TYPED);
    await hand.press('Continue');
    await headed(page, 'Check your answers before you report this');
    await watched.look('report-answers');
    await hand.press(/^Report this/);
    await page.getByText('is recorded').first().waitFor();
    await watched.look('report-done');

    await page.getByRole('link', { name: 'Correct' }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await watched.look('correct-form');
    expect(await page.locator('#product').inputValue()).toBe(TYPED);
    await page.goto('/import');
    await page.getByLabel('A return').check();
    const name = `"><img src=x onerror=alert(1)>\u202evsc.exe${'w'.repeat(200)}.csv`;
    const rows = [
      'ods_code,name,state,as_at,deployment,source,reported_on',
      'RX1,,live,2026-03-31,,"<script>alert(1)</script>",2026-04-10',
      `RX1,,live,2026-03-31,,${TYPED.replace(/["',]/g, '')}\0,2026-04-10`,
      `${'W'.repeat(200)},,live,2026-03-31,,=1+1,2026-04-10`,
    ];
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
    await page.getByLabel('The file').setInputFiles(file);
    await hand.press('Check this file');
    await headed(page, 'Check what this file would record');
    await page.getByRole('cell', { name: /U\+0000 \(NUL\)/ }).waitFor();
    await watched.look('import-checked');
    await hand.press(/^Record/);
    await headed(page, /recorded$/);
    await watched.look('import-recorded');
    await page.goto('/trusts/RX1');
    await watched.look('trust');
    expect(watched.findings()).toEqual([]);
  });
});
