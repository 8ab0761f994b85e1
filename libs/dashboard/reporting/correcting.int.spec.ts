import { Problem } from '@milepost/platform';
import { formClient } from '../testing/formClient';
import type { FormClient } from '../testing/formClient';
import { idOf } from '../testing/scriptedFacts';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const DRAFT = '11111111-1111-4111-8111-111111111111';

describe('correcting, retracting and disputing by form', () => {
  let pages: PagesUnderTest;
  let get: FormClient['get'];
  let post: FormClient['post'];

  beforeAll(async () => {
    pages = await startPages();
    ({ get, post } = formClient(pages));
  });

  afterAll(() => pages.close());

  beforeEach(() => {
    pages.desk.sent.length = 0;
    pages.desk.checked.length = 0;
    pages.desk.refusal = undefined;
  });

  const CORRECT = `/facts/${idOf(5)}/correct`;
  const typed = { why: 'Read again', public: 'today', draft: DRAFT };
  const conflict = new Problem({
    slug: 'version-not-effective',
    title: 'x',
    status: 409,
    detail: 'x',
    errors: [{ pointer: '/replaces', detail: 'x' }],
    extensions: { fact: idOf(5) },
  });
  const filled = async () => {
    const { html, hidden } = await get(CORRECT);
    const inputs = [
      ...html.matchAll(
        /<input class="nhsuk-input[^>]* name="([^"]*)" type="text"(?: inputmode="numeric")? value="([^"]*)"/g,
      ),
    ];
    const checked = [...html.matchAll(/ name="([^"]*)" type="radio" value="([^"]*)" checked/g)];
    const { csrf: _csrf, ...kept } = hidden;
    return {
      ...Object.fromEntries([...inputs, ...checked].map(([, name = '', value = '']) => [name, value])),
      ...kept,
    };
  };

  it('is prefilled with the version in effect, hostile texts as text', async () => {
    expect(await filled()).toMatchObject({
      deployment: 'zz1-alpha',
      occurred: 'approximate_day',
      'occurred-approximate_day-day': '2',
      'occurred-approximate_day-month': '11',
      'occurred-approximate_day-year': '2023',
      'source-publisher': 'The Gazette',
      version: idOf(9),
    });
    expect((await get(CORRECT)).html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  });

  it('names the version that it replaces, and shows what it changes', async () => {
    const answers = { ...(await filled()), ...typed, 'occurred-approximate_day-day': '4' };
    const { status, text } = await post(CORRECT, answers);
    expect([status, text]).toEqual([
      200,
      expect.stringContaining('About 4 November 2023 Until now: About 2 November 2023'),
    ]);
    expect(pages.desk.checked).toEqual([
      {
        fact: idOf(5),
        mark: 'correction',
        body: {
          reason: 'Read again',
          replaces: idOf(9),
          data: expect.objectContaining({ occurredOn: '2023-11-04', precision: 'approximate_day' }) as object,
        },
      },
    ]);
  });

  it('shows both versions and what was typed where somebody else was faster, and goes on from either', async () => {
    pages.desk.refusal = conflict;
    const answers = {
      ...(await filled()),
      ...typed,
      version: idOf(5),
      occurred: 'year',
      'occurred-year-year': '2023',
    };
    const { status, text, hidden } = await post(CORRECT, answers);
    expect(status).toBe(409);
    expect(text).toContain('Somebody changed this entry while you were here');
    expect(text).toContain('recorded by a reporter of the trust on 24 November 2026 at 8:09am, as entry 9');
    expect(text).toContain('The reason given: The day was read wrongly');
    expect(text).toMatch(/When it went live.*Differs.*2 December 2023.*About 2 November 2023.*2023/);
    expect(hidden).toMatchObject({ version: idOf(9), why: 'Read again', occurred: 'year', draft: DRAFT });
    pages.desk.refusal = undefined;
    const { csrf: _csrf, ...carried } = hidden;
    expect((await post(CORRECT, { ...carried, step: 'check' })).text).toContain('Check your correction');
    expect(pages.desk.checked.at(-1)).toMatchObject({
      body: { replaces: idOf(9), data: { occurredOn: '2023', precision: 'year' } },
    });
    const anew = await post(CORRECT, { ...carried, step: 'restart' });
    expect(anew.html).toContain('value="year" checked');
    expect(anew.html).toMatch(/name="occurred-year-year"[^>]* value="2023"/);
    expect(anew.html).toMatch(/>\s*Read again<\/textarea>/);
    expect(anew.hidden).toMatchObject({ version: idOf(9), draft: DRAFT });
  });

  it('needs a reason', async () => {
    const { status, text } = await post(CORRECT, { ...(await filled()), public: 'today' });
    expect([status, text]).toEqual([400, expect.stringContaining('Enter why this correction is needed')]);
  });

  it('has messages about the data beside their fields', async () => {
    const errors = [{ pointer: '/data/source/url', detail: 'Url must be a URL address.' }];
    pages.desk.refusal = new Problem({ slug: 'invalid-request', title: 'x', status: 400, detail: 'x', errors });
    const { html } = await post(CORRECT, { ...(await filled()), ...typed });
    expect(html).toContain('href="#source-url"');
  });

  it('has no form for an entry of the register, which can be disputed', async () => {
    const { status, text } = await get(`/facts/${idOf(1)}/correct`);
    expect([status, text]).toEqual([404, expect.stringContaining('There is no form for this kind of entry')]);
    expect((await get(`/facts/${idOf(1)}/dispute`)).status).toBe(200);
  });

  it('retracts and disputes with a reason', async () => {
    const [retract, dispute] = [`/facts/${idOf(5)}/retract`, `/facts/${idOf(5)}/dispute`];
    expect((await post(retract, { public: 'today' })).text).toContain('Enter why this entry is wrong');
    expect((await post(dispute, { public: 'today' })).text).toContain('Enter why you dispute this entry');
    const version = idOf(9);
    await post(retract, { why: 'Not so', public: 'today', version, step: 'confirm' });
    await post(dispute, {
      grounds: 'We know better',
      public: 'earlier',
      'public-day-day': '1',
      'public-day-month': '2',
      'public-day-year': '2026',
      step: 'confirm',
    });
    expect(pages.desk.sent.map(({ command }) => command)).toEqual([
      { fact: idOf(5), mark: 'retraction', body: { reason: 'Not so', replaces: version } },
      { fact: idOf(5), mark: 'dispute', body: { grounds: 'We know better', reportedOn: '2026-02-01' } },
    ]);
    pages.desk.refusal = conflict;
    const { text, hidden } = await post(retract, {
      why: 'Not so',
      public: 'today',
      version: idOf(5),
      step: 'confirm',
    });
    expect(text).toContain('You can retract what is in effect now, or leave it as it is');
    expect(hidden).toMatchObject({ version, why: 'Not so' });
  });
});
