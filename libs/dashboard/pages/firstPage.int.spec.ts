import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

describe('the doors of the first page', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages.close());

  it.each([
    ['nobody', '', true, false],
    ['the programme office', 'person=programme', true, true],
    ['a reporter', 'person=reporter:ZZ1', true, true],
    ['an assessor', 'person=assessor', true, false],
    ['an auditor', 'person=auditor', false, false],
  ])('lead %s where they may go', async (_, cookie, reports, sends) => {
    const html = await (await fetch(`${pages.url}/?asOf=2026-03-31`, { headers: { cookie } })).text();
    const doors = html.slice(html.indexOf('app-doors'), html.indexOf('<h2'));
    const has = (path: string): boolean => doors.includes(`href="${path}"`);
    expect([has('/report'), has('/import')]).toEqual([reports, sends]);
  });
});
