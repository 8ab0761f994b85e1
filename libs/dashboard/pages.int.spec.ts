import { Problem } from '@milepost/platform';
import { linksOf, textOf } from './testing/pageText';
import { HOSTILE } from './testing/scriptedRecord';
import { REPORT, startPages } from './testing/startPages';
import type { PagesUnderTest } from './testing/startPages';

const MARCH = 'asOf=2026-03-31';
const OWN_SCRIPT = /<script type="module" src="\/assets\/[a-z]+-[0-9a-f]{12}\.js"><\/script>/g;

describe('pages over a scripted record', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });

  afterAll(() => pages.close());

  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(pages.url + path, { redirect: 'manual', headers });
    const html = await response.text();
    return { status: response.status, headers: response.headers, html, text: textOf(html) };
  }

  describe('the first page', () => {
    it('counts the trusts on the day, and names each step', async () => {
      const { status, text } = await get(`/?${MARCH}`);
      expect(status).toBe(200);
      expect(text).toContain('65 trusts counted on 31 March 2026');
      expect(text).toContain('1 November 2024 Position on 31 March 2026');
      expect(text).toContain('+1 What changed Highfell Community NHS Trust opened');
      expect(text).toContain('−1 What changed Eastmere NHS Trust closed, succeeded by Northvale Hospitals');
      expect(text).toContain('Trusts counted: 64 on 1 November 2021, and 64 on 1 April 2026');
    });

    it('marks the step that the day is in, whatever the day', async () => {
      expect((await get('/?asOf=2023-05-01')).text).toContain('1 November 2021 Position on 1 May 2023');
      expect((await get('/?asOf=2026-11-24')).text).toContain('1 April 2026 Position on 24 November 2026');
    });

    it('says of how many trusts it holds milestones, and which is newest', async () => {
      const { text } = await get(`/?${MARCH}`);
      expect(text).toContain('This record holds EPR milestones for 2 of the 65 trusts counted on 31 March 2026');
      expect(text.indexOf('Go-live postponed, no new date given')).toBeLessThan(text.indexOf('Went live'));
      expect(text).toContain('Listed here is what had happened by 31 March 2026. A milestone without a known date');
    });

    it('shows claims with their numbers, and copies for what they are', async () => {
      const { text, html } = await get(`/?${MARCH}`);
      expect(text).toContain('189 of 210');
      expect(text).toContain('Coverage was claimed once with its numbers: 189 of 210 trusts, 90%');
      const figures = text.slice(text.indexOf('promised and claimed: the figures of the chart'));
      expect(figures).toContain('90% by December 2023 Target');
      expect(figures).toContain('By March 2026 it will be 96% Forecast');
      expect(figures).toContain('County News seen in a secondary copy');
      expect(html).not.toContain('A mirror');
      expect(html).toContain('href="https://gazette.example/epr?a=1&amp;b=2"');
    });

    it('says first that the official result is not known', async () => {
      const { text } = await get(`/?${MARCH}`);
      const gaps = text.slice(text.indexOf('What is not known'));
      expect(gaps).toMatch(/^What is not known The official result on 31 March 2026/);
      expect(gaps).toContain('The state of the EPR at 63 of the 65 trusts');
    });

    it('shows what became of the rows read in, once there is a report', async () => {
      expect((await get(`/?${MARCH}`)).text).not.toContain('Where this comes from');
      pages.importReport = REPORT;
      const { text } = await get(`/?${MARCH}`);
      expect(text).toContain('1,294 rows of 2 files read in on 24 November 2026 at 10:00am');
      expect(text).toContain('trusts.csv Rows 1,278 Recorded 1,270');
      expect(text).toContain('opened_on Reason There is no 31 June.');
      expect(text).toContain('1 more refused rows');
      pages.importReport = undefined;
    });
  });

  describe('the list of trusts', () => {
    it('shows the trusts counted, fifty on a page', async () => {
      const first = await get(`/trusts?${MARCH}`);
      expect(first.text).toContain('65 trusts counted on 31 March 2026');
      expect(first.text).toContain('Showing 1 to 50 of 65');
      expect(first.text).not.toContain('Westbrook 50 NHS Trust');
      const second = await get(`/trusts?page=2&${MARCH}`);
      expect(second.text).toContain('Showing 51 to 65 of 65');
      expect(second.text).toContain('Westbrook 60 NHS Trust');
    });

    it('asks for the trusts once, and says of their types in which year they were listed', async () => {
      const before = jest.spyOn(pages.questions, 'trusts');
      const { text } = await get(`/trusts?${MARCH}`);
      expect(before).toHaveBeenCalledTimes(1);
      before.mockRestore();
      expect(text).toContain('Type in 2023 Acute');
      expect((await get('/trusts?search=westbrook&asOf=2026-03-31')).text).not.toContain('Type in 2023');
    });

    it('finds by name, former name and code, and keeps what was typed', async () => {
      for (const search of ['northvale h', 'District NHS', 'zz1']) {
        const { text, html } = await get(`/trusts?search=${encodeURIComponent(search)}&${MARCH}`);
        expect(text).toContain('1 of the trusts counted on that day');
        expect(text).toContain('formerly Northvale District NHS Trust');
        expect(html).toContain(`value="${search}"`);
      }
    });

    it('says where a search leaves out trusts that were not counted, and leads to them', async () => {
      const april = await get('/trusts?search=eastmere&asOf=2026-04-01');
      expect(april.text).toContain('No trust counted on that day matches');
      expect(april.text).toContain('1 more trust was not counted on that day');
      const all = await get('/trusts?search=eastmere&show=all&asOf=2026-04-01');
      expect(all.text).toContain('Eastmere NHS Trust ZZ3 closed 31 March 2026');
    });

    it('filters by region, board, type and reports', async () => {
      for (const filter of ['region=Y99', 'icb=QZ1', 'type=acute']) {
        expect((await get(`/trusts?${filter}&${MARCH}`)).text).toContain('1 of the trusts counted on that day');
      }
      expect((await get(`/trusts?reported=yes&${MARCH}`)).text).toContain('2 of the trusts counted on that day');
      expect((await get(`/trusts?reported=no&${MARCH}`)).text).toContain('63 of the trusts counted on that day');
    });

    it('takes silence for silence, and a state that nobody told for not known', async () => {
      const { text } = await get(`/trusts?${MARCH}`);
      expect(text).toContain('EPR No report in this record');
      expect(text).toContain('EPR Live last reported November 2024, nothing since');
      expect(text).toContain(
        'EPR Not known Go-live postponed, no new date given last report without a date, nothing since',
      );
    });
  });

  describe('a trust', () => {
    it('shows its life, its systems, plans and reports apart, and scores', async () => {
      const { text } = await get('/trusts/ZZ1?asOf=2026-11-24');
      expect(text).toContain('Former names Northvale District NHS Trust');
      expect(text).toContain('Type in 2023 Acute Entry 3');
      expect(text).toContain('Integrated care board NHS Vale and Moor Integrated Care Board');
      expect(text).toContain('Predecessor Eastmere NHS Trust');
      expect(text).toContain('Took over from Eastmere NHS Trust');
      expect(text).toContain('Alpha (Example Systems) Use Live');
      expect(text).toContain('Beta Use Not known');
      expect(text).toContain('Contract Contract announced');
      expect(text).toContain('Measure 2024 (restated) 2025 Overall (comparable) 2.16 2.66');
      expect(text).toContain('Well led Not known 3.0');
      const plans = text.slice(text.indexOf('Plans and postponements'), text.indexOf('Assessments Scores'));
      expect(plans).toContain('Go-live planned for June 2023');
      expect(plans).not.toContain('Went live');
    });

    it('draws ranges as ranges', async () => {
      const { text } = await get('/trusts/ZZ1?asOf=2026-11-24');
      expect(text).toContain('About 2 November 2023 between 30 October and 5 November 2023');
      expect(text).toContain('On or before 31 January 2023');
    });

    it('shows a correction beside what it replaced', async () => {
      const { text } = await get('/trusts/ZZ1?asOf=2026-11-24');
      expect(text).toContain('When: 2 December 2023, corrected to about 2 November 2023');
      expect(text).toContain('Reason: The day was read wrongly');
      expect(text).toContain('No longer in effect Replaced by entry 9');
      expect(text).toContain('In effect Replaces entry 5');
    });

    it('says that nothing is recorded, and how to report it', async () => {
      const { text, html } = await get('/trusts/ZZF00?asOf=2026-11-24');
      expect(text).toContain('Nothing about this trust’s EPR is in this record.');
      expect(text).toContain('EPR No report in this record');
      expect(html).toContain('href="/trusts/ZZF00/report"');
    });

    it('never says late, missed or none of a trust that is silent', async () => {
      for (const ods of ['ZZF00', 'ZZ5', 'ZZ1']) {
        const { text } = await get(`/trusts/${ods}?asOf=2026-11-24`);
        expect(text).not.toMatch(/\blate\b|\boverdue\b|\bmissed\b|no EPR|without an EPR|has none/i);
      }
    });

    it('says that a trust was closed, or is in Wales', async () => {
      const { text } = await get('/trusts/ZZ3?asOf=2026-04-01');
      expect(text).toContain('Closed 31 March 2026');
      expect(text).toContain('EPR when it closed No report in this record');
      expect((await get('/trusts/ZZ4?asOf=2026-04-01')).text).toContain('In Wales, not counted');
    });
  });

  describe('an entry', () => {
    it('says in words what it holds, when, in which role and from where', async () => {
      const { text } = await get('/entries/9?asOf=2026-11-24');
      expect(text).toContain('Entry 9 Correction: Went live');
      expect(text).toContain('When it was true About 2 November 2023');
      expect(text).toContain('When it became public 15 November 2023 day of the report');
      expect(text).toContain('Recorded 24 November 2026 at 8:09am');
      expect(text).toContain('Recorded by A reporter of the trust');
      expect(text).toContain('Reason for the correction The day was read wrongly');
      expect(text).toContain('This entry');
      expect(text).toContain('Replaces entry 5');
    });

    it('shows its bytes, hash, data and metadata, and its neighbours', async () => {
      const { text, html } = await get('/entries/9?asOf=2026-11-24');
      expect(text).toContain('{"v":1,"stream":"milepost.trust-ZZ1","type":"FactCorrected.v1"}');
      expect(text).toMatch(/Hash of the entry [0-9a-f]{64}/);
      expect(html).toContain('href="/entries/8?asOf=2026-11-24"');
      expect(html).toContain('href="/entries/10?asOf=2026-11-24"');
    });

    it('says what was written outside Milepost', async () => {
      expect((await get('/entries/22?asOf=2026-11-24')).text).toContain('Written outside Milepost');
      expect((await get('/entries/9?asOf=2026-11-24')).text).not.toContain('Written outside Milepost');
    });

    it('has no entry before the first and none after the last', async () => {
      expect((await get('/entries/0?asOf=2026-11-24')).html).not.toContain('rel="prev"');
      expect((await get('/entries/24?asOf=2026-11-24')).html).not.toContain('rel="next"');
    });
  });

  describe('the trail of entries and the figures', () => {
    it('lists the entries that the position can see, newest first', async () => {
      const { text } = await get('/audit?asOf=2026-11-24&recordedBy=size:10');
      expect(text).toContain('Size of the ledger at this position 10 entries');
      expect(text.indexOf('Entry 9')).toBeLessThan(text.indexOf('Entry 8'));
      expect(text).not.toContain('Entry 10');
    });

    it('explains a figure by its trusts', async () => {
      const { text } = await get(`/figures/in-scope?${MARCH}`);
      expect(text).toContain('65 trusts counted on 31 March 2026');
      expect(text).toContain('Northvale Hospitals NHS Foundation Trust ZZ1 Verdict Yes Why Registered and not closed');
    });

    it('says of an EPR figure that it measures the record, and gives it as a range', async () => {
      const { text } = await get(`/figures/epr-live?${MARCH}`);
      expect(text).toContain('What this does not say');
      expect(text).toContain('Between 1 and 65 of 65 trusts on 31 March 2026; for 64 it is not known');
    });
  });

  it('shows hostile texts as text, everywhere', async () => {
    const addresses = [
      '/',
      '/trusts',
      '/trusts/ZZ1',
      '/trusts/ZZ2',
      '/entries/9',
      '/entries/22',
      '/audit',
      '/figures/in-scope',
    ];
    for (const address of addresses) {
      const { html, text } = await get(`${address}?asOf=2026-03-31`);
      expect(html.replace(OWN_SCRIPT, '')).not.toMatch(/<script|<img|javascript:|<b>is/i);
      if (address !== '/entries/9') expect(text).toContain(address === '/figures/in-scope' ? '<b>is</b>' : HOSTILE);
    }
    const search = await get(`/trusts?search=${encodeURIComponent('"><script>x</script>')}&${MARCH}`);
    expect(search.html).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
  });

  it('uses none of the words that belong to the audit pages', async () => {
    for (const address of ['/', '/trusts', '/trusts/ZZ1', '/figures/in-scope', '/position']) {
      const { text } = await get(
        `${address}?asOf=2026-03-31&recordedBy=2026-11-24`.replace(/^\/position.*/, '/position'),
      );
      expect(text).not.toMatch(/\b(as of|recorded by|ledger|size|root|basis)\b/i);
    }
  });

  it('lets in only whom the server lets in', async () => {
    pages.refusal = new Problem({
      slug: 'token-needed',
      title: 'A token is needed',
      status: 401,
      detail: 'Reading needs a token.',
    });
    for (const address of ['/', '/trusts', '/trusts/ZZ1', '/entries/9', '/audit', '/figures/in-scope']) {
      const { status, headers, text } = await get(`${address}?${MARCH}`);
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Milepost"']);
      expect(text).not.toContain('Northvale');
    }
    pages.refusal = undefined;
  });

  it('has no link that leads nowhere, and every link keeps the moment', async () => {
    const moment = 'asOf=2026-03-31&publicBy=2026-03-31&recordedBy=2026-11-24';
    const seen = new Set<string>();
    const left = [`/?${moment}`];
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      if (seen.has(address)) continue;
      seen.add(address);
      const { status, html } = await get(address);
      expect([address, status]).toEqual([address, 200]);
      // What changed leads through time, step by step and by hundreds of them; that these pages keep their positions is held beside them.
      if (/^\/(compare|replay)\?/.test(address)) continue;
      for (const link of linksOf(html)) {
        // Today's position is the one door out of the moment; forms are about today, and assets and the API's document about none.
        // A claim leads to the count of the days that it is about, and a case file to the trusts as they were known when a date was moved.
        if (
          /^(https:|#|\/assets\/|\/openapi\.json|\/sign-in\?|\/facts\/|\/report$|\/trusts\/\w+\/report$|\/audit\/entries\.jsonl|\/api\/|\/figures\/in-scope\?asOf=20(23|25)-|\/trusts\?asOf=2023-07-31&)/.test(
            link,
          ) ||
          link.includes('asOf=2026-11-24')
        )
          continue;
        const query = new URL(link, pages.url).searchParams;
        expect([link, query.get('asOf'), query.get('publicBy')]).toEqual([link, '2026-03-31', '2026-03-31']);
        expect(query.get('recordedBy')).toBe('2026-11-24');
        left.push(link);
      }
    }
    expect([...seen].filter((address) => address.startsWith('/trusts/')).length).toBeGreaterThan(60);
    expect([...seen].filter((address) => address.startsWith('/entries/')).length).toBe(25);
  }, 60_000);
});
