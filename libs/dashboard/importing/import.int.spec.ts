import { Problem } from '@milepost/platform';
import { OUTCOME } from '../testing/scriptedDesk';
import { textOf } from '../testing/pageText';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const PROGRAMME = 'person=programme';
const CSV = 'ods_code,state,as_at\nZZ1,live,2026-03-31\n';

describe('a file by form', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages.close());
  beforeEach(() => {
    pages.desk.files.length = 0;
    pages.desk.outcome = OUTCOME;
    pages.desk.refusal = undefined;
  });

  const answerOf = async (response: Response) => {
    const html = await response.text();
    return { status: response.status, headers: response.headers, html, text: textOf(html) };
  };

  const show = async (cookie: string) =>
    answerOf(await fetch(`${pages.url}/import`, { headers: { cookie }, redirect: 'manual' }));

  interface Upload {
    readonly cookie?: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly file?: Blob;
    readonly name?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }

  async function send({ cookie = PROGRAMME, fields = {}, file, name = 'march.csv', headers = {} }: Upload) {
    const form = new FormData();
    const all = { csrf: 'csrf of programme', kind: 'returns', ...fields };
    for (const [field, value] of Object.entries(all)) form.append(field, value);
    if (file) form.append('file', file, name);
    return answerOf(
      await fetch(`${pages.url}/import`, { method: 'POST', body: form, headers: { cookie, ...headers } }),
    );
  }

  /** Sends the form that a page holds, as a browser would. */
  async function press(html: string, { cookie = PROGRAMME, change = {} } = {}) {
    const form = /<form action="\/import" method="post">(.*?)<\/form>/s.exec(html)?.[1] ?? '';
    const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
    const fields = inputs.map(([, field = '', value = '']) => [field, value.replaceAll('&quot;', '"')]);
    const body = new URLSearchParams({ ...(Object.fromEntries(fields) as Record<string, string>), ...change });
    return answerOf(await fetch(`${pages.url}/import`, { method: 'POST', body, headers: { cookie } }));
  }

  it('leads whoever is not signed in to where they can, and back', async () => {
    const { status, headers } = await show('');
    expect([status, headers.get('location')]).toEqual([303, '/sign-in?to=%2Fimport']);
  });

  it('says to a role that sends no files who does', async () => {
    const { status, text } = await show('person=auditor');
    expect(status).toBe(403);
    expect(text).toContain('You are signed in as an auditor, who does not send files.');
  });

  it('is offered beside reports about one trust, to whoever may send one', async () => {
    const report = async (cookie: string) => (await fetch(`${pages.url}/report`, { headers: { cookie } })).text();
    expect(await report('person=reporter:ZZ1')).toContain('<a class="nhsuk-link" href="/import">send a file</a>');
    expect(await report('person=assessor')).not.toContain('href="/import"');
  });

  it('offers a template, and says to a reporter which trusts it takes rows about', async () => {
    const { html, text } = await show('person=reporter:ZZ1,ZZ5');
    expect(html).toContain('href="/api/v1/returns/template.csv"');
    expect(text).toContain('You report for ZZ1, ZZ5. Rows about other trusts are refused');
    expect((await show(PROGRAMME)).text).not.toContain('You report for');
  });

  it('shows what a file would record, row by row, and records nothing yet', async () => {
    const { status, text, html } = await send({ file: new Blob([CSV]) });
    expect(status).toBe(200);
    expect(pages.desk.files).toEqual([
      {
        file: { kind: 'returns', name: 'march.csv', bytes: Buffer.from(CSV), publishedOn: undefined },
        dryRun: true,
      },
    ]);
    expect(text).toContain('Check what this file would record Nothing is recorded yet.');
    expect(text).toContain('Rows 4 New 2 1 of them correct what is recorded In the record already 0');
    expect(text).toContain('Line 4 Column ods_code Reason There is no ZZ9 in the register.');
    expect(text).toMatch(/Line 3 About Trust ZZ1 What it says Correction: .* When it was true 31 March 2026/);
    expect(html).toContain('>Record 2 rows</button>');
  });

  it('records exactly the file that was looked at, once it is confirmed', async () => {
    const checked = await send({
      file: new Blob([CSV]),
      fields: { publishedDay: '10', publishedMonth: '4', publishedYear: '2026' },
    });
    expect(checked.text).toContain('Became public 10 April 2026, where a row says nothing else');
    const { text, status } = await press(checked.html);
    expect(status).toBe(200);
    expect(text).toContain('2 rows recorded Sending the same file again records nothing');
    expect(pages.desk.files.map(({ dryRun }) => dryRun)).toEqual([true, true, false]);
    expect(pages.desk.files[2]?.file).toEqual({
      kind: 'returns',
      name: 'march.csv',
      bytes: Buffer.from(CSV),
      publishedOn: '2026-04-10',
    });
  });

  it('takes no larger file from a page that carries it than from whoever selects it', async () => {
    const checked = await send({ file: new Blob([CSV]) });
    const content = Buffer.alloc(1024 * 1024 + 1, 'a').toString('base64url');
    const { status, text } = await press(checked.html, { change: { content } });
    expect(status).toBe(400);
    expect(text).toContain('The selected file must be 1 MB or smaller');
    expect(pages.desk.files.some(({ dryRun }) => !dryRun)).toBe(false);
  });

  it('records nothing where something else would come of the file by now, and shows that instead', async () => {
    const checked = await send({ file: new Blob([CSV]) });
    pages.desk.outcome = {
      ...OUTCOME,
      rows: 4,
      recorded: 0,
      corrected: 0,
      skipped: 4,
      nothingToRecord: 0,
      refused: 0,
      refusals: [],
      news: [],
    };
    const { text, html } = await press(checked.html);
    expect(text).toContain('The record has changed since you looked at this file, so nothing was recorded now.');
    expect(text).toContain('Everything in this file is in the record already.');
    expect(html).not.toMatch(/>Record \d/);
    expect(pages.desk.files.some(({ dryRun }) => !dryRun)).toBe(false);
  });

  it.each<[string, Upload, string]>([
    ['no file', {}, 'Select a file'],
    ['an empty file', { file: new Blob([]) }, 'The selected file is empty'],
    [
      'a spreadsheet',
      { file: new Blob([Buffer.from('504b030414000600', 'hex')]) },
      'The selected file is a spreadsheet. Save it as “CSV UTF-8”',
    ],
    ['no kind', { file: new Blob([CSV]), fields: { kind: '' } }, 'Select what the file holds'],
    ['another kind', { file: new Blob([CSV]), fields: { kind: 'ods' } }, 'Select what the file holds'],
    [
      'no such day',
      { file: new Blob([CSV]), fields: { publishedDay: '31', publishedMonth: '6', publishedYear: '2026' } },
      'The day it became public must be a real date',
    ],
  ])('of which %s was given comes back with what to do, what was typed in place', async (_what, upload, sentence) => {
    const { status, text, html } = await send(upload);
    expect(status).toBe(400);
    expect(text).toContain('There is a problem');
    expect(text).toContain(sentence);
    expect(html).toContain('<title>Error: Send a file');
    for (const value of Object.values(upload.fields ?? {}))
      if (/^\d/.test(value)) expect(html).toContain(`value="${value}"`);
    expect(pages.desk.files).toEqual([]);
  });

  it('shows what the server refuses beside the form', async () => {
    pages.desk.refusal = new Problem({
      slug: 'store-unavailable',
      title: 'Away',
      status: 503,
      detail: 'The store is away.',
    });
    const { status, text } = await send({ file: new Blob([CSV]) });
    expect(status).toBe(503);
    expect(text).toContain('There is a problem The store is away.');
  });

  it.each<[string, Upload, number, string]>([
    ['too large', { file: new Blob([Buffer.alloc(1024 * 1024 + 1, 'a')]) }, 413, 'A file sent by form may have 1 MB'],
    [
      'far too large',
      { file: new Blob([Buffer.alloc(3 * 1024 * 1024, 'a')]) },
      413,
      'A file sent by form may have 1 MB',
    ],
    ['with a field that the form does not have', { fields: { x: 'y' } }, 400, 'This form has no field “x”.'],
    ['of another session', { fields: { csrf: 'guessed' }, file: new Blob([CSV]) }, 403, 'Select the file again'],
    [
      'from another site',
      { headers: { 'sec-fetch-site': 'cross-site' }, file: new Blob([CSV]) },
      403,
      'Nothing was recorded',
    ],
  ])('is refused where it is %s', async (_what, upload, status, sentence) => {
    const answer = await send(upload);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(sentence);
    expect(pages.desk.files).toEqual([]);
  });

  it('that is no form at all is refused', async () => {
    for (const [type, body, status] of [
      ['application/json', '{}', 415],
      ['multipart/form-data', 'x', 415],
      ['multipart/form-data; boundary=b', '--b\r\nnonsense', 400],
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx\r\n', 400],
    ] as const) {
      const headers = { 'content-type': type, cookie: PROGRAMME };
      const answer = await answerOf(await fetch(`${pages.url}/import`, { method: 'POST', body, headers }));
      expect([type, answer.status]).toEqual([type, status]);
      expect(answer.text).toContain(status === 415 ? 'This address takes forms' : 'Nothing was recorded');
    }
  });

  it('keeps the file for whoever was signed out meanwhile, to be looked at once they are back', async () => {
    const out = await send({ cookie: '', file: new Blob([CSV]) });
    expect(out.status).toBe(401);
    const back = await press(out.html, { change: { csrf: 'csrf of programme' } });
    expect(back.text).toContain('Check what this file would record');
    expect(pages.desk.files[0]?.file.bytes).toEqual(Buffer.from(CSV));
  });

  it.each([
    ['<img src=x onerror=alert(1)>.csv', '<img src=x onerror=alert(1)>.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\"x".csv', '"x".csv'],
    ['a\u202Efdp.csv', 'afdp.csv'],
    ['\u202E\u200B', 'file.csv'],
    ['=cmd|calc!A1.csv', '=cmd|calc!A1.csv'],
    [`${'long'.repeat(100)}.csv`, 'long'.repeat(50)],
  ])('shows the name %j as text, without what is not seen', async (name, shown) => {
    const { html, text } = await send({ file: new Blob([CSV]), name });
    expect(text).toContain(`File ${shown}`);
    expect(html).not.toMatch(/<img|\u202E/);
    expect([...(pages.desk.files[0]?.file.name ?? '')].length).toBeLessThanOrEqual(200);
  });

  it('shows what hostile cells come to as text', async () => {
    const reason = '"<img src=x onerror=alert(1)>" is not an ODS code';
    const data = { product: '<b>x</b>', precision: 'unknown' };
    pages.desk.outcome = {
      ...OUTCOME,
      refusals: [{ line: 2, column: '<i>', reason }],
      notes: [{ line: undefined, column: undefined, reason: '<u>gone</u>' }],
      news: [{ line: 3, isCorrection: false, events: [{ subject: 'trust-<s>', type: 'EprWentLive.v1', data }] }],
    };
    const { html, text } = await send({ file: new Blob([CSV]) });
    expect(html).not.toMatch(/<img|<i>|<b>x|<u>|<s>/);
    expect(text).toContain(reason);
    expect(text).toContain('<u>gone</u>');
  });

  it('says where an import ended before its end', async () => {
    const checked = await send({ file: new Blob([CSV]) });
    pages.desk.importFile = (file, _session, dryRun) => {
      pages.desk.files.push({ file, dryRun });
      return Promise.resolve(
        dryRun ? OUTCOME : { ...OUTCOME, recorded: 1, notReached: 1, stopped: 'The store is away.' },
      );
    };
    const { text } = await press(checked.html);
    expect(text).toContain('1 row recorded The file was not read to its end');
    expect(text).toContain('Send the same file again, and it goes on where it stopped.');
  });
});
