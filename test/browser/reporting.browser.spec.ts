import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bodyOf } from '../../apps/server/testing/bodyOf';
import { testServer } from '../../apps/server/testing/testServer';
import type { TestServer } from '../../apps/server/testing/testServer';
import { ACCESSIBILITY_RULES } from './accessibilityRules';
import { findBrowser } from './findBrowser';
import { keyboardHand, quickHand } from './hand';
import type { Hand } from './hand';

const browserHere = findBrowser();
const withBrowser = browserHere ? describe : describe.skip;
const HOSTILE = '<script>alert("x")</script> & "Sons"';

/** A busy machine takes seconds for what a browser does in one. */
jest.setTimeout(180_000);

withBrowser('reporting and correcting, in a browser', () => {
  let milepost: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['R100', 'R200', 'R300']);
    browser = await chromium.launch(browserHere);
  });
  afterAll(async () => {
    await browser.close();
    await milepost.stop();
  });
  afterEach(() => context.close());

  async function signedIn(role: string, trusts: readonly string[] | undefined, options: object): Promise<void> {
    context = await browser.newContext({ baseURL: milepost.url, ...options });
    page = await context.newPage();
    const issued = await milepost.http
      .post('/api/v1/tokens/links')
      .auth(milepost.administrator(), { type: 'bearer' })
      .send({ role, ...(trusts === undefined ? {} : { trusts }) })
      .expect(201);
    await page.goto(bodyOf<{ link: string }>(issued).link);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await heading('You are signed in');
  }

  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const problem = (text: string) => page.getByRole('alert').getByText(text).first().waitFor();

  async function entries(): Promise<number> {
    const answer = await milepost.http.get('/api/v1/entries?limit=1').expect(200);
    return Number(bodyOf<{ moment: { size: string } }>(answer).moment.size);
  }

  /** What axe finds in a form and around it, in short. */
  async function findings(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page })
      .withTags(ACCESSIBILITY_RULES)
      .options({ resultTypes: ['violations'] })
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }

  /** How far the page can be scrolled sideways, in pixels. */
  const sideways = (): Promise<number> =>
    page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth');

  /** Another person's correction of the fact, from another window. */
  async function correctElsewhere(address: string, month: string): Promise<void> {
    const other = await context.newPage();
    const hand = quickHand(other);
    await other.goto(address);
    await hand.type('occurred-month-month', month);
    await hand.type('why', 'Read wrongly');
    await hand.choose('public', 'today');
    await hand.press('Continue');
    await hand.press('Correct this entry');
    await other.getByText('Your correction is recorded').waitFor();
    await other.close();
  }

  /** The whole path about one trust. `look` is called at every page on it, in every state. */
  async function wholePath(hand: Hand, ods: string, look: (state: string) => Promise<void>): Promise<void> {
    await page.goto('/report');
    await heading('Report about a trust');
    await look('find');
    await hand.press(`TRUST ${ods} NHS FOUNDATION TRUST`);
    await heading('What do you want to report?');
    await hand.press('Continue');
    await problem('Select what you want to report');
    await look('nothing chosen');
    await hand.press('Select what you want to report');
    await hand.choose('what', 'milestone');
    await hand.press('Continue');
    await heading('What happened?');
    await hand.choose('type', 'went-live');
    await hand.press('Continue');
    await heading('Report a go-live');
    await hand.press('Continue');
    await problem('Enter a name for the system');

    await hand.press('Enter a name for the system');
    await hand.type('deployment-name', 'New system');
    await hand.type('product', HOSTILE);
    await hand.choose('extent', 'full');
    await hand.choose('occurred', 'month');
    await hand.type('occurred-month-month', '13');
    await hand.type('occurred-month-year', '2024');
    await hand.choose('source-kind', 'press');
    await hand.type('source-publisher', 'The Gazette');
    await hand.type('source-url', 'gazette.example');
    await hand.choose('public', 'earlier');
    await hand.type('public-day-day', '1');
    await hand.type('public-day-month', 'may');
    await hand.type('public-day-year', '2024');
    await hand.press('Continue');
    await problem('must be a real month');
    await look('form with other errors');
    expect(await page.locator('#occurred-month-month').inputValue()).toBe('13');
    await hand.press(/^The date for when it went live must be a real month/);
    await hand.type('occurred-month-month', '3');
    await hand.type('source-url', 'https://gazette.example/epr');
    await hand.press('Continue');
    await heading('Check your answers before you report this');
    await look('answers');
    expect(await page.getByText(HOSTILE).count()).toBe(1);

    await hand.press('Change When it went live');
    await heading('Report a go-live');
    await hand.type('occurred-month-month', '4');
    await hand.press('Continue');
    await heading('Check your answers before you report this');
    await hand.press('Change What you report');
    await heading('What happened?');
    await hand.choose('type', 'went-live');
    await hand.press('Continue');
    await heading('Report a go-live');
    expect(await page.locator('#source-url').inputValue()).toBe('https://gazette.example/epr');
    await hand.press('Continue');
    await heading('Check your answers before you report this');
    const before = await entries();
    await hand.press('Report this');
    await page.getByText('Your report is recorded').waitFor();
    const recorded = page.url();
    await page.goBack();
    await heading('Check your answers before you report this');
    await hand.press('Report this');
    await page.getByText('Your report is recorded').waitFor();
    expect([page.url(), await entries()]).toEqual([recorded, before + 1]);

    await hand.press(/^Correct entry/);
    await heading('Correct this entry');
    const form = page.url();
    await correctElsewhere(form, '5');
    await hand.type('occurred-month-month', '6');
    await hand.type('why', 'The board says June');
    await hand.choose('public', 'today');
    await hand.press('Continue');
    await heading('Somebody changed this entry while you were here');
    await look('both versions');
    expect(await page.getByRole('row', { name: /When it went live/ }).textContent()).toMatch(
      /April 2024.*May 2024.*June 2024/s,
    );
    await hand.press('Go on with what I typed');
    await heading('Check your correction before you send it');
    await look('correction answers');
    expect(await page.getByText('Until now: May 2024').count()).toBe(1);
    await hand.press('Correct this entry');
    await page.getByText('Your correction is recorded').waitFor();
    await look('corrected');
    expect(await page.getByRole('heading', { name: 'Corrections' }).count()).toBe(1);

    await hand.press(/^Dispute entry/);
    await heading('Dispute this entry');
    await hand.press('Continue');
    await problem('Enter why you dispute this entry');
    await look('dispute with errors');
    await hand.type('grounds', HOSTILE);
    await hand.choose('public', 'today');
    await hand.press('Continue');
    await heading('Check your answers before you dispute this entry');
    await hand.press('Dispute this entry');
    await page.getByText('Your dispute is recorded').waitFor();

    await page.goto(form.replace(/correct$/, 'retract'));
    await heading('Retract this entry');
    await correctElsewhere(form, '7');
    await hand.type('why', 'It never happened');
    await hand.choose('public', 'today');
    await hand.press('Continue');
    await heading('Somebody changed this entry while you were here');
    await look('both versions before a retraction');
    await hand.press('Go on and retract it');
    await heading('Check your answers before you retract this entry');
    await hand.press('Retract this entry');
    await page.getByText('The entry is retracted').waitFor();
    await page.goto(form);
    await heading('This entry was retracted');
    await look('correction of what was retracted');
    // A report, three corrections, a dispute and a retraction, each of them once.
    expect(await entries()).toBe(before + 6);
  }

  it('goes the whole path by keyboard alone, with scripts off', async () => {
    await signedIn('reporter', ['R100'], { javaScriptEnabled: false });
    await wholePath(keyboardHand(page), 'R100', () => Promise.resolve());
  });

  it('has nothing for axe to find on the whole path, and does not scroll sideways at 320 pixels', async () => {
    await signedIn('reporter', ['R200'], { viewport: { width: 320, height: 700 } });
    await wholePath(quickHand(page), 'R200', async (state) => {
      expect([state, await findings(), await sideways()]).toEqual([state, [], 0]);
    });
  });

  it('has nothing for axe to find on a form with everything on it open and wrong', async () => {
    await signedIn('programme', undefined, { viewport: { width: 320, height: 700 } });
    for (const slug of ['go-live-postponed', 'dma-2025', 'dcf']) {
      await page.goto(`/trusts/R300/report/${slug}`);
      await quickHand(page).press('Continue');
      await page.getByRole('alert').waitFor();
      for (const summary of await page.locator('main summary').all()) await summary.click();
      for (const choice of await page.locator('.app-choices > .nhsuk-radios__item > input').all()) {
        await choice.check();
        expect(await sideways()).toBe(0);
      }
      expect([slug, await findings()]).toEqual([slug, []]);
    }
  });

  it('finds a trust for whoever reports for any, shows a choice’s own fields beside it only, and refuses others’ trusts', async () => {
    await signedIn('programme', undefined, { javaScriptEnabled: false });
    await page.goto('/report');
    await page.getByLabel('Which trust is it about?').fill('r300');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'TRUST R300 NHS FOUNDATION TRUST' }).click();
    await page.goto('/trusts/R300/report/state');
    expect(await page.locator('#occurred-quarter-year').isVisible()).toBe(false);
    await page.getByLabel('In a quarter').check();
    expect(await page.locator('#occurred-quarter-year').isVisible()).toBe(true);
    await context.close();
    await signedIn('reporter', ['R200'], { javaScriptEnabled: false });
    await page.goto('/trusts/R300/report');
    await heading('You cannot report for this trust');
    await page.getByRole('link', { name: 'Report for TRUST R200 NHS FOUNDATION TRUST' }).click();
    await heading('What do you want to report?');
  });
});
