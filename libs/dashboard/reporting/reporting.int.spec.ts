import { textOf } from '../testing/pageText';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

describe('reporting by form', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });

  afterAll(() => pages.close());

  async function get(path: string, cookie = 'person=reporter:ZZ1') {
    const response = await fetch(pages.url + path, { redirect: 'manual', headers: { cookie } });
    const html = await response.text();
    return { status: response.status, to: response.headers.get('location'), html, text: textOf(html) };
  }

  it('lists the trusts of a reporter, and leads whoever is not signed in to sign in', async () => {
    expect((await get('/report')).text).toContain('Northvale Hospitals NHS Foundation Trust (ZZ1)');
    expect((await get('/report', '')).to).toBe('/sign-in?to=%2Freport');
  });
});
