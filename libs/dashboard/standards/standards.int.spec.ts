import { linksOf, textOf } from '../testing/pageText';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const TODAY = 'asOf=2026-11-24';

describe('standards', () => {
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

  it('are listed apart from illustrations, which are named for what they are', async () => {
    const { text, links } = await get(`/standards?${TODAY}`);
    expect(text).toContain('No standard is in this record at this position.');
    expect(text).toContain('The rules of the core level that the programme counts by are not published.');
    expect(text).toMatch(/Illustrations.*Every DMA measure at 2 or above Comes with Milepost/);
    expect(links).toContain(`/standards/dma-every-measure-at-2?${TODAY}`);
  });

  it('are explained in words: levels, what each takes, how it counts, and by region what it comes to', async () => {
    const { text, html } = await get(`/standards/dma-every-measure-at-2?${TODAY}`);
    expect(text).toContain('It is no standard of NHS England');
    expect(text).toContain('Between 12 and 21 of 205 trusts meet it on 24 November 2026; for 9 it is not known');
    expect(text).toMatch(/By region on the day.*Meets it 12 Not known 1 Trusts counted 40 Share 30% to 32.5%/);
    expect(text).toMatch(/Every measure at 2 or above All of these hold DMA 2025 Well Led is 2 or above/);
    expect(text).toContain('What predecessors had is inherited No: only what is recorded of the trust itself counts');
    expect(html).not.toContain('"/figures/meets:');
  });

  it('give no member of an illustration, and say what is missing where nothing is', async () => {
    const metric = `/figures/meets:dma-every-measure-at-2@1?${TODAY}`;
    const refused = await get(metric);
    expect([refused.status, refused.text]).toEqual([404, expect.stringContaining('An illustration has no members')]);
    expect((await get(`/standards/none?${TODAY}`)).status).toBe(404);
    expect((await get(`/standards/dma-every-measure-at-2?version=9&${TODAY}`)).status).toBe(404);
    const empty = await get(`/standards?${TODAY}&recordedBy=size:0`);
    expect([empty.status, empty.text]).toEqual([200, expect.stringContaining('No standard is in this record')]);
  });
});
