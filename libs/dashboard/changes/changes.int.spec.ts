import { textOf } from '../testing/pageText';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const MARCH = 'asOf=2026-03-31';

describe('pages of what changed', () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages.close());

  async function get(path: string) {
    const response = await fetch(pages.url + path, { redirect: 'manual' });
    const html = await response.text();
    return { status: response.status, html, text: textOf(html), location: response.headers.get('location') };
  }

  it('compares the position with the one a year before where no other is said', async () => {
    const { status, text } = await get(`/compare?${MARCH}`);
    expect(status).toBe(200);
    expect(text).toContain('counted on 31 March 2025');
    expect(text).toContain('65 trusts were counted on 31 March 2026.');
    expect(text).toMatch(/That is \d+ (more|fewer)\.|The number is the same\./);
  });

  it('takes two positions from its form without a script, and keeps what was typed where it is wrong', async () => {
    const form =
      'metric=epr-live&firstDay=1&firstMonth=5&firstYear=2023&firstPublicDay=2&firstPublicMonth=5&firstPublicYear=2023';
    const second =
      'secondDay=31&secondMonth=3&secondYear=2026&secondPublicDay=1&secondPublicMonth=4&secondPublicYear=2026';
    const sent = await get(`/compare/choose?${form}&${second}`);
    expect([sent.status, sent.location]).toEqual([
      303,
      '/compare?metric=epr-live&from.asOf=2023-05-01&from.publicBy=2023-05-02&asOf=2026-03-31&publicBy=2026-04-01',
    ]);
    expect((await get(sent.location ?? '')).status).toBe(200);
    const wrong = await get(`/compare/choose?${form}&secondDay=31&secondMonth=6&secondYear=2026`);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('The date for the second position must be a real date, such as 31 3 2026');
    expect(wrong.text).toContain(
      'Enter a date for what had been made public for the second position too, or leave both',
    );
    expect(wrong.html).toContain('id="secondMonth" name="secondMonth" type="text" inputmode="numeric" value="6"');
  });

  it('says of two positions of which one alone is limited that they cannot be compared', async () => {
    const { status, text } = await get(`/compare?from.asOf=2023-05-01&from.publicBy=2023-05-02&${MARCH}`);
    expect(status).toBe(400);
    expect(text).toContain('These two moments cannot be compared');
  });

  it('opens on the public record along what had been made public, from November 2020 on', async () => {
    const { status, text, html } = await get(`/replay?${MARCH}`);
    expect(status).toBe(200);
    expect(text).toContain('Month by month from 1 November 2020 to 31 March 2026');
    expect(html).toContain('href="/figures/in-scope?asOf=2026-03-31&amp;publicBy=2020-11-30"');
    expect(html).toContain('page=2');
    expect((await get(`/replay?page=6&${MARCH}`)).html).toContain('publicBy=2026-03-31"');
    expect((await get(`/replay?page=7&${MARCH}`)).status).toBe(404);
  });

  it('goes along the days too, month by month or day by day', async () => {
    const { html } = await get(`/replay?along=asOf&every=day&from=2026-03-01&${MARCH}`);
    expect(html).toContain('href="/figures/in-scope?asOf=2026-03-02"');
    for (const wrong of ['along=sideways', 'every=entry', 'from=never', 'from=2027-01-01', 'metric=nothing']) {
      expect((await get(`/replay?${wrong}&${MARCH}`)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('says over the public record that EPR figures measure the record', async () => {
    for (const page of ['/compare?metric=epr-live', '/replay?metric=epr-live', '/figures/epr-live?by=type']) {
      const { text } = await get(`${page}&${MARCH}`);
      expect(text).toContain('This counts what this record holds, not what is so');
      expect(text).not.toMatch(/%/);
    }
  });
});
