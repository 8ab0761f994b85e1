import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { findBrowser } from './browser/findBrowser';
import { startServerProcess } from './support/serverProcess';

/**
 * `npm run screenshots`: every page over the public record, wide and narrow, into `var/screenshots`.
 * Whoever changes a page looks at them. `MILEPOST_URL` names a Milepost that runs already; else one is started on a folder of its own.
 */

const OUT = resolve('var', 'screenshots');
const WIDTHS = { wide: 1280, narrow: 320 } as const;
const MARCH = 'asOf=2026-03-31';

/** Name of the picture → address, and what to open on it first. */
const PICTURES: Readonly<Record<string, readonly [address: string, open?: string]>> = {
  first: [`/?${MARCH}`],
  'first-looking-back': ['/?asOf=2023-11-15&publicBy=2023-11-20'],
  'change-position': [`/trusts?${MARCH}`, 'Change the position'],
  'position-error': ['/position?page=/&onDay=31&onMonth=6&onYear=2026&choice=public'],
  trusts: [`/trusts?${MARCH}`],
  'trusts-found': [`/trusts?search=sheffield&${MARCH}`],
  'trusts-nothing-found': [`/trusts?search=nothing+like+it&${MARCH}`],
  'trust-suspended': [`/trusts/RX1?${MARCH}`],
  'trust-plans': ['/trusts/RCF?asOf=2026-11-24'],
  'trust-two-systems': ['/trusts/RHQ?asOf=2026-11-24'],
  'trust-silent': [`/trusts/R0A?${MARCH}`],
  'trust-closed': ['/trusts/RA4?asOf=2026-11-24'],
  'entry-milestone': [`/entries/1500?${MARCH}`],
  'entry-first': [`/entries/0?${MARCH}`],
  audit: [`/audit?${MARCH}`],
  'figure-counted': [`/figures/in-scope?${MARCH}`],
  'figure-live': [`/figures/epr-live?${MARCH}`],
  'nothing-recorded-yet': [`/trusts?${MARCH}&recordedBy=size:0`],
  'trust-unknown': [`/trusts/XXX?${MARCH}`],
  'page-unknown': ['/no-such-page'],
  'problem-type': ['/problems/epr-step-contradicts'],
  problems: ['/problems'],
};

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
    await context.close();
  }
  await browser.close();
  await server.stop();
  console.log(`${Object.keys(PICTURES).length} pages, wide and narrow, are in ${OUT}`);
}

async function take(page: Page, name: string, label: string, address: string, open?: string): Promise<void> {
  await page.goto(address);
  if (open !== undefined) await page.getByText(open).click();
  await page.screenshot({ path: join(OUT, `${name}-${label}.png`), fullPage: true });
}

async function running() {
  const url = process.env.MILEPOST_URL;
  if (url !== undefined) return { url, ready: Promise.resolve(), isReady: true, stop: () => Promise.resolve() };
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-screenshots-'));
  const server = startServerProcess({ main: join(__dirname, '..', 'apps', 'server', 'main.js'), dataDir });
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await server.ended;
    rmSync(dataDir, { recursive: true });
  };
  return { url: await server.url, ready: server.ready, isReady: false, stop };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
