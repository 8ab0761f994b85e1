import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { findBrowser } from './browser/findBrowser';
import { REPORTING_PICTURES } from './reportingPictures';
import { startServerProcess } from './support/serverProcess';

/**
 * `npm run screenshots`: every page over the public record, wide and narrow, into `var/screenshots`.
 * Whoever changes a page looks at them. `MILEPOST_URL` names a Milepost that runs already, with an
 * administrator's token in `MILEPOST_TOKEN`; else one is started on a folder of its own.
 */

const OUT = resolve('var', 'screenshots');
const WIDTHS = { wide: 1280, narrow: 320 } as const;
const MARCH = 'asOf=2026-03-31';

/** Name of the picture → address, and what to open on it first. */
const PICTURES: Readonly<Record<string, readonly [address: string, open?: string]>> = {
  first: [`/?${MARCH}`],
  'first-figures-of-a-chart': [`/?${MARCH}`, 'Show these figures as a table'],
  'first-looking-back': ['/?asOf=2023-11-15&publicBy=2023-11-20'],
  'change-position': [`/trusts?${MARCH}`, 'Change the position'],
  'position-error': ['/position?page=/&onDay=31&onMonth=6&onYear=2026&choice=public'],
  trusts: [`/trusts?${MARCH}`],
  'trusts-found': [`/trusts?search=sheffield&${MARCH}`],
  'trusts-nothing-found': [`/trusts?search=nothing+like+it&${MARCH}`],
  'trust-suspended': [`/trusts/RX1?${MARCH}`],
  'trust-plans': ['/trusts/RCF?asOf=2026-11-24'],
  'trust-two-systems': ['/trusts/RHQ?asOf=2026-11-24'],
  'trust-postponed': ['/trusts/RJ1?asOf=2026-11-24'],
  'trust-without-dates': ['/trusts/RM1?asOf=2026-11-24'],
  'trust-silent': [`/trusts/R0A?${MARCH}`],
  'trust-closed': ['/trusts/RA4?asOf=2026-11-24'],
  claims: [`/statements?${MARCH}`],
  'claim-differs': [`/statements/hl7395-187-of-206?${MARCH}`],
  'claim-parts': [`/statements/july-2022-49-of-211?${MARCH}`],
  'claims-none': [`/statements?${MARCH}&recordedBy=size:0`],
  'claim-unknown': [`/statements/nobody-said-it?${MARCH}`],
  targets: [`/targets?${MARCH}`],
  target: [`/targets/core-level?${MARCH}`],
  'programme-end': [`/targets/frontline-digitisation-end?${MARCH}`],
  'case-file': [`/targets/frontline-digitisation-end/case-file?${MARCH}`],
  'case-file-not-yet': ['/targets/frontline-digitisation-end/case-file?asOf=2023-06-30'],
  standards: [`/standards?${MARCH}`],
  illustration: [`/standards/dma-every-measure-at-2?${MARCH}`],
  'position-to-come': [`/trusts?${MARCH}&recordedBy=size:999999`],
  'address-unreadable': [`/trusts?asof=2026-03-31&${MARCH}`],
  'entry-milestone': [`/entries/1500?${MARCH}`],
  'entry-first': [`/entries/0?${MARCH}`],
  audit: [`/audit?${MARCH}`],
  'audit-filtered': [`/audit?kind=statement&corrected=no&${MARCH}`],
  'audit-error': [`/audit?about=RX1&recordedFrom=31/6/2026&${MARCH}`],
  'figure-counted': [`/figures/in-scope?${MARCH}`],
  compare: [`/compare?from.asOf=2023-11-15&${MARCH}`],
  'compare-live': [`/compare?metric=epr-live&from.asOf=2023-11-15&${MARCH}`],
  'compare-error': ['/compare/choose?metric=in-scope&firstDay=31&firstMonth=2&firstYear=2024'],
  replay: [`/replay?${MARCH}`],
  'figure-live': [`/figures/epr-live?${MARCH}`],
  'nothing-recorded-yet': [`/trusts?${MARCH}&recordedBy=size:0`],
  'trust-unknown': [`/trusts/XXX?${MARCH}`],
  'page-unknown': ['/no-such-page'],
  'problem-type': ['/problems/epr-step-contradicts'],
  problems: ['/problems'],
  'sign-in': ['/sign-in'],
  'sign-in-refused': ['/sign-in?code=nonsense'],
};

const RETURN = `ods_code,name,state,as_at,deployment,source,reported_on
RGT,,live,2026-03-31,rgt-epic,Example: not a real return,2026-04-10
RX1,,alive,2026-03-31,,Example: not a real return,2026-04-10
R0A,,,2026-03-31,,,
`;

/** Pages for whoever is signed in, and the way to each. Nothing is recorded on it. */
const SIGNED_IN: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'signed-in': (page) => page.goto('/sign-in'),
  'import-form': (page) => page.goto('/import'),
  'import-error': async (page) => {
    await page.goto('/import');
    await page.getByRole('button', { name: 'Check this file' }).click();
  },
  'import-checked': async (page) => {
    await page.goto('/import');
    await page.getByLabel('A return').check();
    const file = { name: 'return.csv', mimeType: 'text/csv', buffer: Buffer.from(RETURN) };
    await page.getByLabel('The file').setInputFiles(file);
    await page.getByRole('button', { name: 'Check this file' }).click();
  },
  ...REPORTING_PICTURES,
};

const PRINTED = ['trusts', 'trust-plans', 'claims', 'claim-differs'];

async function main(): Promise<void> {
  const launch = findBrowser();
  if (!launch) throw new Error('No browser runs here: install Chrome, or use Linux on x64.');
  mkdirSync(OUT, { recursive: true });
  const server = await running();
  const browser = await chromium.launch(launch);
  for (const [label, width] of Object.entries(WIDTHS)) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: server.url });
    const page = await context.newPage();
    if (!server.isReady) await take(page, 'starting', label, '/');
    await server.ready;
    server.isReady = true;
    for (const [name, [address, open]] of Object.entries(PICTURES)) await take(page, name, label, address, open);
    await signIn(page, server.url, await server.token);
    for (const [name, way] of Object.entries(SIGNED_IN)) {
      await way(page);
      await keep(page, name, label);
    }
    if (label === 'wide') for (const name of PRINTED) await print(page, name, PICTURES[name]?.[0] ?? '/');
    await context.close();
  }
  await takeForReadme(browser, server.url);
  await browser.close();
  await server.stop();
  console.log(`${Object.keys(PICTURES).length + Object.keys(SIGNED_IN).length} pages, wide and narrow, are in ${OUT}`);
}

/** A page on sheets of A4, as its reader would print it. */
async function print(page: Page, name: string, address: string): Promise<void> {
  await page.goto(address);
  await page.pdf({ path: join(OUT, `${name}-print.pdf`), format: 'A4' });
}

/** The README's picture: the first chart of the first page, over the public record. */
async function takeForReadme(browser: Browser, baseURL: string): Promise<void> {
  const page = await browser.newPage({ baseURL, viewport: { width: 1120, height: 900 } });
  await page.goto(`/?${MARCH}`);
  await page
    .locator('.app-chart')
    .first()
    .screenshot({ path: resolve('docs', 'pictures', 'promised-and-claimed.png') });
  await page.close();
}

async function take(page: Page, name: string, label: string, address: string, open?: string): Promise<void> {
  await page.goto(address);
  if (open !== undefined) await page.getByText(open).first().click();
  await keep(page, name, label);
}

async function keep(page: Page, name: string, label: string): Promise<void> {
  await page.screenshot({ path: join(OUT, `${name}-${label}.png`), fullPage: true });
}

/** @param token an administrator's, who alone can make a sign-in link */
async function signIn(page: Page, url: string, token: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ role: 'programme' });
  const answer = await fetch(`${url}/api/v1/tokens/links`, { method: 'POST', headers, body });
  const { link } = (await answer.json()) as { link: string };
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function running() {
  const url = process.env.MILEPOST_URL;
  if (url !== undefined) {
    const token = Promise.resolve(process.env.MILEPOST_TOKEN ?? '');
    return { url, token, ready: Promise.resolve(), isReady: true, stop: () => Promise.resolve() };
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-screenshots-'));
  const server = startServerProcess({ main: join(__dirname, '..', 'apps', 'server', 'main.js'), dataDir });
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await server.ended;
    rmSync(dataDir, { recursive: true });
  };
  return { url: await server.url, token: server.token, ready: server.ready, isReady: false, stop };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
