import { parse } from 'csv-parse/sync';
import supertest from 'supertest';
import { bodyOf } from '../testing/bodyOf';
import { odsRow, testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Report {
  readonly exitCode: number;
  readonly events: { readonly recorded: number; readonly corrected: number; readonly skipped: number };
  readonly refusals: readonly { readonly line: number; readonly column: string; readonly reason: string }[];
  readonly notes: readonly object[];
}
interface Size {
  readonly moment: { readonly size: string };
}

const HEADER = 'ods_code,state,as_at,reported_on';

describe('files of reports', () => {
  let milepost: TestServer;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY', 'RZY']);
  }, 60_000);
  afterAll(() => milepost.stop());

  const size = async (): Promise<number> =>
    Number(bodyOf<Size>(await milepost.http.get('/api/v1/entries?limit=1').expect(200)).moment.size);

  async function imported(token: string, query: string, file: string, status = 200): Promise<Report> {
    const post = milepost.http.post(`/api/v1/imports?${query}`).auth(token, { type: 'bearer' }).type('text/csv');
    return bodyOf<Report>(await post.send(file).expect(status));
  }

  describe('through the interface', () => {
    it('come from a template of the trusts open on a day, which can be filled in and sent back', async () => {
      const template = await milepost.http.get('/api/v1/returns/template.csv?asOf=2026-03-31').expect(200);
      expect(template.headers['content-type']).toContain('text/csv');
      const [header, ...rows] = template.text.trim().split('\r\n');
      expect(header).toBe('ods_code,name,state,as_at,precision,deployment,source,reported_on');
      expect(rows.map((row) => row.split(',')[0])).toEqual(expect.arrayContaining(['RXX', 'RYY', 'RZY']));
      const early = await milepost.http.get('/api/v1/returns/template.csv?asOf=2009-03-31').expect(200);
      expect(early.text.trim().split('\r\n')).toEqual([header]);

      const programme = await milepost.token('programme');
      const untouched = await imported(programme, 'kind=returns', template.text);
      expect(untouched).toMatchObject({ exitCode: 0, events: { recorded: 0 }, refusals: [] });
      const filled = template.text.replace(/^(RXX,[^,]*),,/m, '$1,live,');
      const report = await imported(programme, 'kind=returns&publishedOn=2026-04-10', filled);
      expect(report).toMatchObject({ exitCode: 0, events: { recorded: 1 }, refusals: [] });
      expect(await imported(programme, 'kind=returns&publishedOn=2026-04-10', filled)).toMatchObject({
        events: { recorded: 0, skipped: 1 },
      });
    });

    it('are taken of a reporter for its own trusts; rows about others are refused one by one', async () => {
      const reporter = await milepost.token('reporter', ['RYY']);
      const file = `${HEADER}\nRYY,live,2026-02-28,2026-03-01\nRXX,live,2026-02-28,2026-03-01\nRQQ,live,2026-02-28,2026-03-01\n`;
      const before = await size();
      const report = await imported(reporter, 'kind=returns&file=own.csv', file);
      expect(report).toMatchObject({ exitCode: 1, events: { recorded: 1 }, notes: [] });
      expect(report.refusals).toEqual([
        { file: 'own.csv', line: 3, column: 'ods_code', reason: 'You write for RYY, and not for RXX.' },
        { file: 'own.csv', line: 4, column: 'ods_code', reason: 'There is no RQQ in the register.' },
      ]);
      while ((await size()) === before);
      expect(await size()).toBe(before + 1);
    });

    it.each([
      ['returns', HEADER, (ods: string) => `${ods},live,2025-12-31,2026-01-05`],
      [
        'milestones',
        'key,ods_code,deployment,trust_name_at_time,milestone,occurred_on,occurred_by,precision,planned_for,planned_precision,reported_on,product_supplier,replaces,detail,copies,source_kind,publisher,source_url',
        (ods: string) => `k,${ods},new-epr,,go_live,2025-11-03,,day,,,2025-12-01,,,,,primary,The trust,`,
      ],
      [
        'dma',
        'ods_code,care_setting,framework,year,well_led,reported_on',
        (ods: string) => `${ods},acute,DMA,2025,3,2025-12-01`,
      ],
    ])(
      'of %s say as a dry run what they do for good, and touch no other trust, whatever its rows are called',
      async (kind, header, row) => {
        const [own, other] = await Promise.all([
          milepost.token('reporter', ['RYY']),
          milepost.token('reporter', ['RXX']),
        ]);
        const both = `${header}\n${row('RYY')}\n${row('RXX')}\n`;
        const before = await size();
        const looked = await imported(own, `kind=${kind}&dryRun=true`, both);
        expect(await size()).toBe(before);
        const done = await imported(own, `kind=${kind}`, both);
        for (const { refusals, events } of [looked, done]) {
          expect(refusals.map(({ line, column }) => [line, column])).toEqual([[3, 'ods_code']]);
          expect(events).toMatchObject({ recorded: 1, corrected: 0 });
        }
        expect(await imported(other, `kind=${kind}`, both)).toMatchObject({ events: { recorded: 1, corrected: 0 } });
        while ((await size()) < before + 2);
        const recorded = await milepost.http.get(`/api/v1/entries?limit=2&order=newest-first`).expect(200);
        const { items } = bodyOf<{ items: { id: string; stream: string }[] }>(recorded);
        expect(new Set(items.map(({ stream }) => stream))).toEqual(
          new Set(['milepost.trust-RXX', 'milepost.trust-RYY']),
        );
        expect(new Set(items.map(({ id }) => id)).size).toBe(2);
      },
    );

    it('hold the register only where they come from the programme office', async () => {
      const reporter = await milepost.token('reporter');
      await imported(reporter, 'kind=ods&file=etr.csv&asAt=2024-01-01&dryRun=true', odsRow('RAA'), 403);
      await imported(reporter, 'kind=public-record', '', 403);
      await imported(await milepost.token('assessor'), 'kind=returns', `${HEADER}\n`, 403);
    });

    it('leave names from elsewhere as text in every table, whatever a spreadsheet would make of them', async () => {
      const programme = await milepost.token('programme');
      const hostile = odsRow('RHH').replace('TRUST RHH NHS FOUNDATION TRUST', '=cmd|calc!A1 nhs trust');
      const before = await size();
      await imported(programme, 'kind=ods&file=etr.csv&asAt=2024-02-01', hostile);
      while ((await size()) < before + 2);
      for (const address of ['returns/template.csv?asOf=2026-03-31', 'trusts.csv?asOf=2026-03-31&search=RHH']) {
        const table = await milepost.http.get(`/api/v1/${address}`).expect(200);
        const rows: readonly Readonly<Record<string, string>>[] = parse(table.text, { columns: true });
        const row = rows.find((one) => (one['ods_code'] ?? one['ods']) === 'RHH');
        expect(row?.['name']).toBe("'=cmd|calc!A1 nhs trust");
      }
      const entries = await milepost.http.get('/api/v1/entries.csv?concerns=trust-RHH').expect(200);
      const cells = parse(entries.text).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    });
  });

  describe('by form', () => {
    /** A browser that is signed in, as far as cookies and forms go. */
    async function signedIn(role: string, trusts?: readonly string[]) {
      const order = { role, ...(trusts === undefined ? {} : { trusts }) };
      const links = milepost.http.post('/api/v1/tokens/links').auth(milepost.administrator(), { type: 'bearer' });
      const { link } = bodyOf<{ link: string }>(await links.send(order).expect(201));
      const address = link.replace(/^http:\/\/[^/]+/, '');
      const browser = supertest.agent(milepost.url);
      const page = await browser.get(address);
      await browser.post('/sign-in').type('form').send(hiddenOf(page.text)).expect(303);
      return browser;
    }

    const hiddenOf = (html: string): Record<string, string> =>
      Object.fromEntries(
        [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      );

    const formOf = (html: string): Record<string, string> =>
      hiddenOf(/<form action="\/import".*?<\/form>/s.exec(html)?.[0] ?? '');

    it('are looked at, put right, recorded once, and say so when they come again', async () => {
      const browser = await signedIn('reporter', ['RZY']);
      const send = async (file: string) => {
        const { csrf = '' } = formOf((await browser.get('/import').expect(200)).text);
        return browser.post('/import').field({ csrf, kind: 'returns' }).attach('file', Buffer.from(file), 'a.csv');
      };
      const before = await size();
      const wrong = await send(`${HEADER}\nRZY,alive,2026-01-31,2026-02-01\nRXX,live,2026-01-31,2026-02-01\n`);
      expect(wrong.text).toContain('is not a value of this column. It takes none, outline_case');
      expect(wrong.text).toContain('You write for RZY, and not for RXX.');
      expect(wrong.text).not.toContain('>Record ');
      const right = await send(`${HEADER}\nRZY,live,2026-01-31,2026-02-01\n`);
      expect(right.text).toContain('>Record 1 row</button>');
      expect(await size()).toBe(before);
      const recorded = await browser.post('/import').type('form').send(formOf(right.text)).expect(200);
      expect(recorded.text).toContain('1 row recorded');
      const trust = await browser.get('/trusts/RZY?asOf=2026-11-24').expect(200);
      expect(trust.text).toContain('State reported: Live');
      const twice = await browser.post('/import').type('form').send(formOf(right.text)).expect(200);
      expect(twice.text).toContain('Everything in this file is in the record already.');
      expect(await size()).toBe(before + 1);
      const { entry } = bodyOf<{ entry: { type: string; metadata: { actor: { role: string }; origin: string } } }>(
        await milepost.http.get(`/api/v1/entries/${before}`).expect(200),
      );
      expect(entry).toMatchObject({
        type: 'EprStateReported.v1',
        metadata: { actor: { role: 'reporter' }, origin: 'import' },
      });
    });

    it('are refused whole where they are no table of that kind', async () => {
      const browser = await signedIn('programme');
      const { csrf = '' } = formOf((await browser.get('/import')).text);
      const answer = await browser
        .post('/import')
        .field({ csrf, kind: 'milestones' })
        .attach('file', Buffer.from('a;b\r\n1;2\r\n'), 'semicolons.csv');
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('Refused rows');
      expect(answer.text).not.toContain('>Record ');
    });

    it('are taken from nobody by cookie alone', async () => {
      const browser = await signedIn('reporter', ['RZY']);
      const forged = await browser
        .post('/import')
        .field({ kind: 'returns' })
        .attach('file', Buffer.from(HEADER), 'a.csv');
      expect(forged.status).toBe(403);
    });
  });
});
