import type { Page, Response } from 'playwright-core';
import { PAGE_HEADERS } from '../../libs/dashboard/http/pageHeaders';
import { OUTCOME } from '../../libs/dashboard/testing/scriptedDesk';
import { REPORT, startPages } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import type { ServedLedger } from '../support/servedLedger';
import { servedOpening } from '../support/servedOpening';
import { describeInBrowser, findings, sideways } from './describeInBrowser';
import { PAGE_STATES } from './pageStates';
import type { PageState } from './pageStates';

const NARROW = { width: 320, height: 700 };
/** Addresses that answer programs and browsers, but never with a page of their own. */
const NO_PAGE = /^\w+ (\/api\/v1\/|\/health\/|\/assets\/|\/live$|\/openapi\.json$|\/audit\/entries)/;

describeInBrowser('every page in every state', (open) => {
  let pages: PagesUnderTest;
  let whole: ServedLedger;

  beforeAll(async () => {
    [pages, whole] = await Promise.all([startPages(), servedOpening()]);
    pages.importReport = REPORT;
  });
  afterAll(() => Promise.all([pages.close(), whole.close()]));
  afterEach(() => {
    pages.startup.next({ kind: 'ready' });
    pages.state.next({ kind: 'live' });
    Object.assign(pages, { fault: undefined, refusal: undefined });
    Object.assign(pages.desk, { refusal: undefined, outcome: OUTCOME });
    Reflect.deleteProperty(pages.questions, 'fact');
  });

  /** Goes to the page, which has to be the one of the table. */
  async function reached({ route, status, heading, reach, as, whole: isWhole }: PageState, page: Page): Promise<void> {
    const url = isWhole ? whole.url : pages.url;
    if (as !== undefined) await page.context().addCookies([{ name: 'person', value: as, url }]);
    let answer: Response | undefined;
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.status() !== 303) answer = response;
    });
    await (typeof reach === 'string' ? page.goto(reach) : reach(page));
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect([answer?.status(), answer && routeOf(answer)]).toEqual([status, route]);
    expect(answer?.headers()['content-security-policy']).toBe(PAGE_HEADERS['Content-Security-Policy']);
  }

  function routeOf(answer: Response): string | undefined {
    const asked = `${answer.request().method()} ${new URL(answer.url()).pathname}`.split('/');
    return PAGE_STATES.map(({ route }) => route).find((route) => {
      const parts = route?.split('/') ?? [];
      return parts.length === asked.length && parts.every((part, n) => part.startsWith(':') || part === asked[n]);
    });
  }

  /** Everything that was folded up is open, nothing scrolls sideways, and axe has nothing to say. */
  async function mustBeFine(page: Page): Promise<void> {
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect([await findings(page), await sideways(page)]).toEqual([[], 0]);
    expect(await page.locator('main').locator('a, button').count()).toBeGreaterThan(0);
  }

  it.each(PAGE_STATES.map((state) => [`${state.route ?? 'nothing'}: ${state.state}`, state] as const))(
    '%s',
    async (_, state) => {
      state.arrange?.(pages);
      const baseURL = state.whole ? whole.url : pages.url;
      const page = await open(baseURL);
      await reached(state, page);
      await mustBeFine(page);
      await page.setViewportSize(NARROW);
      expect(await sideways(page)).toBe(0);

      // Without any script of ours: the pages' security policy allows no other, and axe is itself one.
      const plain = await open(baseURL, { viewport: NARROW });
      await plain.route('**/*.js', (route) => route.abort());
      await reached(state, plain);
      await mustBeFine(plain);
    },
  );

  it('has every page of the server', () => {
    const served = whole.routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !NO_PAGE.test(route));
    const looked = PAGE_STATES.flatMap(({ route }) => route ?? []);
    expect([...new Set(looked)].sort()).toEqual(served.sort());
  });
});
