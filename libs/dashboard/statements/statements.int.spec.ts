import { linksOf, textOf } from '../testing/pageText';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const TODAY = 'asOf=2026-11-24';

describe('public claims', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages.close());

  async function get(path: string) {
    const response = await fetch(pages.url + path, { redirect: 'manual' });
    const html = await response.text();
    return { status: response.status, html, text: textOf(html), links: linksOf(html) };
  }

  it('stand in the order in which they were said, in the words of their speakers, beside what was counted', async () => {
    const { text } = await get(`/statements?${TODAY}`);
    expect(text).toMatch(
      /Claims and forecasts.*90% reached.*By March 2026 it will be 96%.*Targets.*90% by December 2023/,
    );
    expect(text).toContain('Speaker: The department');
    expect(text).toContain('64 trusts counted, 146 fewer than the 210 used 64 on 15 November 2023');
    expect(text).toContain('Why the numbers differ is not known.');
    expect(text).toContain('of 63 of the 64 trusts counted, this record does not say whether an EPR was live');
  });

  it('name a copy for what it is, and link only sources of their own', async () => {
    const { text, html, links } = await get(`/statements?${TODAY}`);
    expect(text).toContain('Source: County News, seen in a secondary copy');
    expect(html).not.toContain('A mirror');
    expect(links).toContain('https://gazette.example/epr?a=1&b=2');
    const one = await get(`/statements/20?${TODAY}`);
    expect(one.text).toContain('Copy of County News seen in a secondary copy');
  });

  it('are those said by the day, and the others are a link away', async () => {
    const { text, links } = await get('/statements?asOf=2023-06-30');
    expect(text).toContain('3 more were made after 30 June 2023');
    expect(text).not.toContain('90% reached');
    expect(links).toContain('/statements?asOf=2026-11-24');
    expect((await get('/statements?asOf=2026-11-24&publicBy=2022-12-31')).text).not.toContain('90% reached');
  });

  it('say that there are none, and what to do', async () => {
    const { status, text } = await get(`/statements?${TODAY}&recordedBy=size:0`);
    expect(status).toBe(200);
    expect(text).toContain('No public claim is in this record at this position.');
    expect(text).not.toContain('Download');
  });

  it('have a page each, with what its own numbers come to, and hostile words as text', async () => {
    const { text, html } = await get(`/statements/19?${TODAY}`);
    expect(text).toContain('Number given 189 of 210 Percentage given 90% Those numbers in percent 189 of 210 is 90%');
    expect(text).toContain('90% reached <script>alert("x")</script>');
    expect(html).not.toContain('<script>alert');
    expect(text).toContain('Recorded as Entry 19');
    const later = await get('/statements/19?asOf=2023-06-30');
    expect(later.status).toBe(404);
    expect(later.text).toContain('No public claim with the id 19 is in this record at this position.');
  });

  it('can be downloaded as they are shown, pinned to what was recorded then', async () => {
    const { links } = await get(`/statements?${TODAY}&publicBy=2025-12-31`);
    expect(links).toContain(
      `/api/v1/statements.csv?limit=500&asOf=2026-11-24&publicBy=2025-12-31&recordedBy=size%3A${pages.size}`,
    );
  });
});
