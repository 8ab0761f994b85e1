import { linksOf, textOf } from '../testing/pageText';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const DAY = 'asOf=2026-11-24';

describe('the audit page', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages.close());

  async function get(query: string) {
    const response = await fetch(`${pages.url}/audit?${query}`);
    const html = await response.text();
    const rows = [...html.matchAll(/scope="row">.*?href="\/entries\/(\d+)\?/gs)].map(([, number]) => Number(number));
    return { status: response.status, html, text: textOf(html), rows };
  }

  const counted = (from: number, to: number): number[] => Array.from({ length: from - to + 1 }, (_, n) => from - n);

  it('says what it is for, and the size and root of the position', async () => {
    const { text, rows } = await get(`${DAY}&recordedBy=size:10`);
    expect(text).toContain('For whoever has to check this record.');
    expect(text).toContain('Size of the ledger at this position 10 entries');
    expect(text).toMatch(/Root over these entries [A-Za-z0-9+/]{43}=/);
    expect(text).not.toMatch(/\b(proof|prove)/i);
    expect(rows).toEqual(counted(9, 0));
  });

  it.each([
    ['about=zz5', [10]],
    ['about=ZZ5&kind=trust', [10]],
    ['about=ZZ5&kind=icb', []],
    ['about=statement-19', [19]],
    ['kind=statement', [21, 20, 19, 18, 17]],
    ['kind=log', [0]],
    ['type=EprWentLive.v1', [5]],
    ['role=reporter', [9]],
    ['corrected=yes', [9]],
    ['corrected=yes&type=EprWentLive.v1', []],
    ['corrected=no&about=ZZ1&type=EprWentLive.v1', [5]],
    ['recordedFrom=25/11/2026', []],
    ['recordedTo=23+November+2026', []],
    ['recordedFrom=2026-11-24&recordedTo=24/11/2026&kind=programme', [16, 15]],
    ['recordedTo=31/12/9999&kind=programme', [16, 15]],
    ['about=nobody', []],
    ['kind=nothing', []],
    ['type=%3Cb%3E', []],
  ])('%s lists entries %j', async (query, expected) => {
    const { rows, status, text } = await get(`${DAY}&${query}`);
    expect([status, rows]).toEqual([200, expected]);
    if (expected.length === 0) expect(text).toContain('No entry at this position matches.');
  });

  it('keeps in its fields what was asked for, and offers to clear it', async () => {
    const { html } = await get(`${DAY}&about=%22%3E%3Cb%3E&type=Foreign.v1&corrected=no`);
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(html).toContain('<option value="Foreign.v1" selected>');
    expect(html).toContain('<option value="no" selected>');
    expect(linksOf(html)).toContain(`/audit?${DAY}`);
  });

  it('says which field cannot be used, keeps what was typed, and lists nothing', async () => {
    const { html, text, rows } = await get(`${DAY}&recordedFrom=31/6/2026&recordedTo=soon&about=ZZ1`);
    expect(text).toContain('There is a problem');
    expect(text).toContain('“Recorded from” must be a real date, such as 24/11/2026');
    expect(html).toContain('href="#recordedTo"');
    expect(html).toContain('value="31/6/2026"');
    expect(html).toContain('value="ZZ1"');
    expect(html).toContain('<title>Error: Audit trail');
    expect(rows).toEqual([]);
    const wrongWay = await get(`${DAY}&recordedFrom=25/11/2026&recordedTo=24/11/2026`);
    expect(wrongWay.text).toContain('“Recorded to” must be the same as or after “Recorded from”');
  });

  it.each([
    ['corrected=maybe', 400],
    ['order=oldest-first', 400],
    ['before=26', 404],
    ['before=0', 404],
    ['before=1e1', 404],
  ])('%s is refused with %d', async (query, status) => {
    expect((await get(`${DAY}&${query}`)).status).toBe(status);
  });

  it('goes back to the newest entries without losing the filter', async () => {
    const { html, text } = await get(`${DAY}&before=12&kind=trust`);
    expect(text).toMatch(/10 entries ?, from 11 back to 1/);
    expect(linksOf(html)).toContain(`/audit?kind=trust&${DAY}`);
  });

  it('links a correction to what it replaces, and an entry to its trust', async () => {
    const { html } = await get(`${DAY}&corrected=yes`);
    expect(linksOf(html)).toContain(`/entries/5?${DAY}`);
    expect(linksOf(html)).toContain(`/trusts/ZZ1?${DAY}`);
  });

  it('offers the entries shown, by the same filters and at the same position', async () => {
    const { html } = await get(`${DAY}&recordedBy=size:20&kind=trust&before=12&recordedTo=24/11/2026&corrected=no`);
    const links = linksOf(html).filter((link) => link.startsWith('/api/'));
    const query =
      'concerns=trust&corrected=false&recordedBefore=2026-11-25&order=newest-first&limit=50&after=12&recordedBy=size%3A20';
    expect(links).toEqual([`/api/v1/entries.csv?${query}`, `/api/v1/entries.jsonl?${query}`]);
    expect(linksOf(html)).toContain('/audit/entries.jsonl?recordedBy=size%3A20');
  });

  it('says that what was public by a day narrows down other pages', async () => {
    expect((await get(`${DAY}&publicBy=2024-01-01`)).text).toContain('narrows down the other pages, not this one');
  });

  it('says so where nothing was recorded yet', async () => {
    const { text } = await get(`${DAY}&recordedBy=size:0`);
    expect(text).toContain('There are no entries at this position.');
    expect(text).toContain('Size of the ledger at this position 0 entries');
  });

  it('shows what others wrote into the log as text', async () => {
    const { html, text } = await get(`${DAY}`);
    expect(html).not.toMatch(/<script>alert/);
    expect(text).toContain('Written outside Milepost');
  });
});
