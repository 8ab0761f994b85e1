import type { Page } from 'playwright-core';
import { idOf } from '../../libs/dashboard/testing/scriptedFacts';
import { quickHand } from './hand';

/** What a person does to bring a page into a state; the table of states names them. */

/** Signs in as somebody else, as in another window. */
export async function become(page: Page, person: string): Promise<void> {
  await page.context().addCookies([{ name: 'person', value: person, url: page.url() }]);
}

export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Your sign-in link').fill(link);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

export async function send(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await quickHand(page).press('Continue');
}

export async function answer(
  page: Page,
  path: string,
  typed: Readonly<Record<string, string>>,
  day = true,
): Promise<void> {
  await page.goto(path);
  const hand = quickHand(page);
  for (const [id, text] of Object.entries(typed)) await hand.type(id, text);
  if (day) await hand.choose('public', 'today');
  await hand.press('Continue');
}

/** As a form is sent that was opened before somebody signed in anew. */
export async function otherSession(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await become(page, 'programme');
  await quickHand(page).press('Continue');
}

/** As a form is sent that was opened before somebody else's correction. */
export async function overtaken(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(`document.querySelector('input[name="version"]').value = '${idOf(5)}'`);
  const hand = quickHand(page);
  await hand.type('why', 'Read again');
  await hand.choose('public', 'today');
  await hand.press('Continue');
}

export async function report(page: Page): Promise<void> {
  await page.goto('/trusts/ZZ1/report/state');
  const hand = quickHand(page);
  await hand.choose('deployment', 'zz1-alpha');
  await hand.choose('state', 'live');
  await hand.choose('occurred', 'year');
  await hand.type('occurred-year-year', '2025');
  await hand.choose('source-kind', 'none');
  await hand.choose('public', 'today');
  await hand.press('Continue');
}

/** A form that was sent empty, with the fields of one choice of each question shown. */
export async function openAll(page: Page, slug: string): Promise<void> {
  await send(page, `/trusts/ZZ1/report/${slug}`);
  for (const choice of await page.locator('.app-choices > .nhsuk-radios__item > input').all()) await choice.check();
}

export async function sendFile(page: Page, text = 'ods_code,state\nZZ1,live\n'): Promise<void> {
  await page.goto('/import');
  await page.getByLabel('A return').check();
  const file = { name: '<b>march</b>.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('The file').setInputFiles(file);
  await page.getByRole('button', { name: 'Check this file' }).click();
}

export async function confirmFile(page: Page): Promise<void> {
  await sendFile(page);
  await page.getByRole('button', { name: 'Record 2 rows' }).click();
}
