import type { Page } from 'playwright-core';
import { program } from '../../apps/cli/program';
import { testServer } from '../../apps/server/testing/testServer';
import type { TestServer } from '../../apps/server/testing/testServer';
import { describeInBrowser } from './describeInBrowser';

describeInBrowser('signing in, in a browser', (open) => {
  let milepost: TestServer;
  let page: Page;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RGT']);
  });
  afterAll(async () => {
    await milepost.stop();
  });
  beforeEach(async () => {
    page = await open(milepost.url);
  });

  /** What the command line prints. */
  async function link(...words: readonly string[]): Promise<string> {
    const printed: string[] = [];
    const terminal = { result: (text: string) => void printed.push(text), tell: () => undefined };
    const env = { MILEPOST_URL: milepost.url, MILEPOST_TOKEN: milepost.administrator() };
    const command = program({ env, terminal, exit: () => undefined });
    await command.parseAsync(['token', 'link', ...words], { from: 'user' });
    return printed.join('');
  }

  const signIn = () => page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  const header = () => page.getByRole('navigation', { name: 'Account' }).innerText();

  it('goes by a link from the command line, which works once, and ends by signing out', async () => {
    const address = await link('--role', 'reporter', '--trust', 'RGT');
    await page.goto(address);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sign in as reporter for RGT');
    await signIn();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You are signed in');
    expect(page.url()).not.toContain('mp_');
    await page.goto('/trusts/RGT');
    expect(await header()).toContain('Signed in as reporter for RGT');
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You are signed out');
    await page.goto('/trusts/RGT');
    expect(await header()).toBe('Sign in');
    await page.goto(address);
    expect(await page.getByRole('alert').innerText()).toContain('was used already');
  });

  it('comes back to the page that it was asked for on, with a link that is pasted, by keyboard and without scripts', async () => {
    page = await open(milepost.url, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    await page.goto('/trusts/RGT?asOf=2026-03-31');
    await page.getByRole('link', { name: 'Sign in' }).press('Enter');
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel('Your sign-in link').fill('let me in');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('This link is not known here');
    await page.getByLabel('Your sign-in link').fill(await link('--role', 'programme'));
    await page.keyboard.press('Enter');
    await page.waitForURL('/trusts/RGT?asOf=2026-03-31');
    expect(await header()).toContain('Signed in as programme office');
  });

  it('leads from a form to the way in and back to the form', async () => {
    await page.goto('/trusts/RGT/report');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sign in');
    await page.getByLabel('Your sign-in link').fill(await link('--role', 'reporter', '--trust', 'RGT'));
    await signIn();
    expect(new URL(page.url()).pathname).toBe('/trusts/RGT/report');
  });
});
