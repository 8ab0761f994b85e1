import type { Page } from 'playwright-core';

/** Pictures of reporting and correcting by form, and the way to each. Nothing is recorded on it. */
export const REPORTING_PICTURES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'report-find': (page) => page.goto('/report?search=manchester'),
  'report-what': (page) => page.goto('/trusts/R0A/report'),
  'report-type': (page) => page.goto('/trusts/R0A/report?what=milestone'),
  'report-form': (page) => page.goto('/trusts/RX1/report/went-live'),
  'report-errors': async (page) => {
    await page.goto('/trusts/R0A/report/went-live');
    await page.getByLabel('On an exact day').check();
    await page.getByLabel('Press or trade press').check();
    await onwards(page);
  },
  'report-answers': async (page) => {
    await page.goto('/trusts/R0A/report/state');
    await page.getByLabel('The trust as a whole').check();
    await page.getByLabel('Implementing').check();
    await page.getByLabel('On or before a day').check();
    for (const [part, typed] of Object.entries({ day: '31', month: '3', year: '2026' })) {
      await page.locator(`#occurred-on_or_before-${part}`).fill(typed);
    }
    await page.getByLabel('There is no source').check();
    await page.getByLabel('Today, with this report').check();
    await onwards(page);
  },
  'report-assessment': (page) => page.goto('/trusts/R0A/report/dma-2025'),
  'correct-form': toCorrection,
  'correct-answers': async (page) => {
    await toCorrection(page);
    await page.locator('#product').fill('Example system');
    await page.locator('#why').fill('Example: not a real correction');
    await page.getByLabel('Today, with this correction').check();
    await onwards(page);
  },
  'dispute-errors': async (page) => {
    await toMark(page, 'dispute');
    await onwards(page);
  },
  'retract-form': (page) => toMark(page, 'retract'),
};

const onwards = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue' }).click();

/** The form that corrects a milestone of the record. */
async function toCorrection(page: Page): Promise<void> {
  await page.goto('/trusts/RX1?asOf=2026-11-24');
  const suspended = page.getByRole('row', { name: /suspended/i });
  await suspended
    .getByRole('link', { name: /^Correct entry/ })
    .first()
    .click();
}

async function toMark(page: Page, mark: 'dispute' | 'retract'): Promise<void> {
  await toCorrection(page);
  await page.goto(page.url().replace(/correct$/, mark));
}
