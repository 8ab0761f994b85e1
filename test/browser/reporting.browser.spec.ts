import type { Page } from 'playwright-core';
import { bodyOf } from '../../apps/server/testing/bodyOf';
import { testServer } from '../../apps/server/testing/testServer';
import type { TestServer } from '../../apps/server/testing/testServer';
import { describeInBrowser } from './describeInBrowser';
import { keyboardHand, quickHand } from './hand';
import type { Hand } from './hand';

const HOSTILE = '<script>alert("x")</script> & "Sons"';

describeInBrowser('reporting and correcting, in a browser', (open) => {
  let milepost: TestServer;
  let page: Page;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['R100', 'R200', 'R300']);
  });
  afterAll(async () => {
    await milepost.stop();
  });

  async function signedIn(role: string, trusts?: readonly string[]): Promise<void> {
    page = await open(milepost.url, { javaScriptEnabled: false });
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

  /** Another person's correction of the fact, from another window. */
  async function correctElsewhere(address: string, month: string): Promise<void> {
    const other = await page.context().newPage();
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

  /** The whole path about one trust. */
  async function wholePath(hand: Hand, ods: string): Promise<void> {
    await page.goto('/report');
    await heading('Report about a trust');
    await hand.press(`TRUST ${ods} NHS FOUNDATION TRUST`);
    await heading('What do you want to report?');
    await hand.press('Continue');
    await problem('Select what you want to report');
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
    expect(await page.locator('#occurred-month-month').inputValue()).toBe('13');
    await hand.press(/^The date for when it went live must be a real month/);
    await hand.type('occurred-month-month', '3');
    await hand.type('source-url', 'https://gazette.example/epr');
    await hand.press('Continue');
    await heading('Check your answers before you report this');
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
    expect(await page.getByRole('row', { name: /When it went live/ }).textContent()).toMatch(
      /April 2024.*May 2024.*June 2024/s,
    );
    await hand.press('Go on with what I typed');
    await heading('Check your correction before you send it');
    expect(await page.getByText('Until now: May 2024').count()).toBe(1);
    await hand.press('Correct this entry');
    await page.getByText('Your correction is recorded').waitFor();
    expect(await page.getByRole('heading', { name: 'Corrections' }).count()).toBe(1);

    await hand.press(/^Dispute entry/);
    await heading('Dispute this entry');
    await hand.press('Continue');
    await problem('Enter why you dispute this entry');
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
    await hand.press('Go on and retract it');
    await heading('Check your answers before you retract this entry');
    await hand.press('Retract this entry');
    await page.getByText('The entry is retracted').waitFor();
    await page.goto(form);
    await heading('This entry was retracted');
    await hand.press('Reinstate the entry');
    await heading('Reinstate this entry');
    await hand.press('Continue');
    await problem('Enter why this entry is right after all');
    await hand.type('why', HOSTILE);
    await hand.choose('public', 'today');
    await hand.press('Continue');
    await heading('Check your answers before you reinstate this entry');
    await hand.press('Reinstate this entry');
    await page.getByText('The entry is reinstated').waitFor();
    // A report, three corrections, a dispute, a retraction and a reinstatement, each of them once.
    expect(await entries()).toBe(before + 7);
  }

  it('goes the whole path by keyboard alone, with scripts off', async () => {
    await signedIn('reporter', ['R100']);
    await wholePath(keyboardHand(page), 'R100');
  });

  it('finds a trust for whoever reports for any, shows a choice’s own fields beside it only, and refuses others’ trusts', async () => {
    await signedIn('programme');
    await page.goto('/report');
    await page.getByLabel('Which trust is it about?').fill('r300');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'TRUST R300 NHS FOUNDATION TRUST' }).click();
    await page.goto('/trusts/R300/report/state');
    expect(await page.locator('#occurred-quarter-year').isVisible()).toBe(false);
    await page.getByLabel('In a quarter').check();
    expect(await page.locator('#occurred-quarter-year').isVisible()).toBe(true);
    await signedIn('reporter', ['R200']);
    await page.goto('/trusts/R300/report');
    await heading('You cannot report for this trust');
    await page.getByRole('link', { name: 'Report for TRUST R200 NHS FOUNDATION TRUST' }).click();
    await heading('What do you want to report?');
  });
});
