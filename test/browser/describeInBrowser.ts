import { source } from 'axe-core';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findBrowser } from './findBrowser';

/** WCAG 2.2 at levels A and AA, and what the makers of axe hold to be good practice. */
const ACCESSIBILITY_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A busy machine takes seconds for what a browser does in one, and a minute for the import of the public record. */
const LONGEST = 180_000;

export type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A page of a person's own, without anybody else's cookies. */
export type Open = (baseURL: string, options?: ContextOptions) => Promise<Page>;

/**
 * Tests in a real browser, one for all of them; reported as skipped where none runs. Of no page that a test opens may anything have
 * been asked for beyond its own origin, held back by its security policy, or have failed in a script.
 */
export function describeInBrowser(what: string, tests: (open: Open) => void): void {
  const launch = findBrowser();
  jest.setTimeout(LONGEST);
  (launch ? describe : describe.skip)(what, () => {
    let browser: Browser;
    let contexts: BrowserContext[] = [];
    let complaints: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch(launch);
    });
    afterAll(() => browser.close());
    afterEach(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      const found = complaints;
      [contexts, complaints] = [[], []];
      expect(found).toEqual([]);
    });

    tests(async (baseURL, options = {}) => {
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      watch(context, new URL(baseURL).origin, (complaint) => complaints.push(complaint));
      return context.newPage();
    });
  });
}

function watch(context: BrowserContext, origin: string, complain: (complaint: string) => void): void {
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) complain(`asked for ${request.url()}`);
  });
  context.on('weberror', (error) => complain(error.error().message));
  context.on('console', (message) => {
    // What an answer of 404 or an outage leaves in the console is what the test is about.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) complain(message.text());
  });
}

/** What axe finds on a page, or in a part of it, in short. */
export async function findings(page: Page, part = 'html'): Promise<readonly string[]> {
  const options = { runOnly: ACCESSIBILITY_RULES, resultTypes: ['violations'] };
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)})`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** How far a page can be scrolled sideways, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth');
}
