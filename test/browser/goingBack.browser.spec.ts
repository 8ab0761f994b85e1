import type { Page } from 'playwright-core';
import { bodyOf } from '../../apps/server/testing/bodyOf';
import { testServer } from '../../apps/server/testing/testServer';
import type { TestServer } from '../../apps/server/testing/testServer';
import { describeInBrowser } from './describeInBrowser';
import { quickHand } from './hand';

const FORM = '/trusts/RGT/report/went-live';
const TYPED = 'Typed before signing out';

describeInBrowser('going back, in a browser', (open) => {
  let milepost: TestServer;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RGT']);
  });
  afterAll(() => milepost.stop());

  /** Signed in, with a form filled in and answered with what is wrong with it, then on another page. */
  async function pastAForm(): Promise<Page> {
    const issued = await milepost.http
      .post('/api/v1/tokens/links')
      .auth(milepost.administrator(), { type: 'bearer' })
      .send({ role: 'reporter', trusts: ['RGT'] })
      .expect(201);
    const page = await open(milepost.url);
    await page.goto(bodyOf<{ link: string }>(issued).link);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'You are signed in' }).waitFor();
    await page.goto(FORM);
    const hand = quickHand(page);
    await hand.type('product', TYPED);
    await hand.press('Continue');
    await page.getByRole('alert').waitFor();
    await page.goto('/trusts/RGT?asOf=2026-03-31');
    return page;
  }

  it('leads to the form as it was left, as long as one is signed in', async () => {
    const page = await pastAForm();
    await page.goBack();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#product').inputValue()).toBe(TYPED);
  });

  it('shows nothing of the form once one has signed out', async () => {
    const page = await pastAForm();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'You are signed out' }).waitFor();
    await page.goBack();
    const account = page.getByRole('navigation', { name: 'Account' });
    expect(await account.innerText()).toBe('Sign in');
    // The page that answered the form is gone with the cache, which the browser says in its place.
    await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');
    await page.waitForURL(/^chrome-error:/);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});
