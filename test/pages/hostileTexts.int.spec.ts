import { parse } from 'csv-parse/sync';
import { HOSTILE_TEXTS, hostileOds, servedHostileLedger } from '../support/hostileLedger';
import type { ServedLedger } from '../support/servedLedger';
import { crawl } from './crawl';
import { Followed } from './followed';
import { all, parsePage, seen } from './htmlElement';
import { InterfaceNumbers } from './interfaceNumbers';
import { numberFindings } from './numberFindings';
import { openPage } from './openPage';
import { pageFindings } from './pageFindings';

jest.setTimeout(120_000);

const DAY = 'asOf=2026-03-31';
/** What spreadsheets run, OWASP "CSV injection". */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const TABLES = [
  `/api/v1/trusts.csv?limit=500&${DAY}`,
  `/api/v1/statements.csv?limit=500&${DAY}`,
  '/api/v1/entries.csv?limit=500',
  `/api/v1/figures/epr-live/members.csv?${DAY}`,
  ...HOSTILE_TEXTS.flatMap((_, index) =>
    ['timeline', 'assessments', 'history'].map((what) => `/api/v1/trusts/${hostileOds(index)}/${what}.csv?${DAY}`),
  ),
];

/** As a page gives a text back: spaces folded, and without what would change how the words around it are read. */
const shown = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/\u200e/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('hostile texts in the record', () => {
  let milepost: ServedLedger;

  beforeAll(async () => {
    milepost = await servedHostileLedger();
  });
  afterAll(() => milepost.close());

  it('are texts on every page, and lead nowhere but to http and https', async () => {
    const findings: string[] = [];
    const numbers = new InterfaceNumbers(milepost.url);
    const { follow } = new Followed(DAY);
    await crawl(milepost.url, `/?${DAY}`, follow, async ({ address, status, root }) => {
      if (status !== 200) findings.push(`${address}: status ${status}`);
      if (root === undefined) return;
      const own = [...pageFindings(address, root), ...(await numberFindings(root, numbers))];
      findings.push(...own.filter((finding) => !finding.startsWith('no data-api')).map((one) => `${address}: ${one}`));
    });
    expect(findings).toEqual([]);
  });

  it.each(HOSTILE_TEXTS.map((text, index) => [hostileOds(index), text]))(
    'shows the name of %s as it is',
    async (ods, text) => {
      const { html = '' } = await openPage(milepost.url, `/trusts/${ods}?${DAY}`);
      const root = parsePage(html);
      const [heading] = all(root, 'h1');
      expect(heading && shown(seen(heading))).toBe(shown(`${ods} ${text}`));
      expect(shown(all(root, 'head title').map(seen).join())).toBe(shown(`${text} – Milepost`));
      expect(all(root, 'main script, main img, main style, main iframe, [onerror], [onmouseover]')).toEqual([]);
      expect(
        all(root, 'main')
          .map((main) => shown(seen(main)).split(shown(text)).length)
          .at(0),
      ).toBeGreaterThan(10);
    },
  );

  it('have no cell in any table that a spreadsheet would run', async () => {
    const run: unknown[] = [];
    for (const address of TABLES) {
      const response = await fetch(milepost.url + address);
      expect(response.headers.get('content-type')).toContain('text/csv');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const rows = parse(await response.text());
      expect(rows.length).toBeGreaterThan(1);
      run.push(...rows.flat().filter((cell) => FORMULA.test(cell)));
    }
    expect(run).toEqual([]);
  });

  it('are the very texts in JSON Lines, one line an item', async () => {
    for (const address of TABLES) {
      const text = await (await fetch(milepost.url + address.replace('.csv', '.jsonl'))).text();
      const lines = text.split('\n').filter((line) => line !== '');
      const { items } = (await (await fetch(milepost.url + address.replace('.csv', ''))).json()) as {
        items: unknown[];
      };
      expect([address, lines.length]).toEqual([address, items.length]);
      const [first] = lines.map((line) => JSON.parse(line) as object);
      expect(first).toBeDefined();
    }
    const trusts = await (await fetch(`${milepost.url}/api/v1/trusts.jsonl?limit=500&asOf=2020-06-01`)).text();
    const names = trusts
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { name: string }).name);
    expect(names.sort()).toEqual([...HOSTILE_TEXTS].sort());
  });
});
