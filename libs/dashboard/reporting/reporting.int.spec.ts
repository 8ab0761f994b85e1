import { Problem } from '@milepost/platform';
import { formClient, REPORTER } from '../testing/formClient';
import type { FormClient } from '../testing/formClient';
import { linksOf } from '../testing/pageText';
import { idOf } from '../testing/scriptedFacts';
import { HOSTILE } from '../testing/scriptedRecord';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const WENT_LIVE = '/trusts/ZZ1/report/went-live';
const DRAFT = '11111111-1111-4111-8111-111111111111';
const ANSWERS = {
  deployment: '+',
  'deployment-name': 'New System',
  extent: 'full',
  occurred: 'month',
  'occurred-month-month': 'April',
  'occurred-month-year': '2025',
  'source-kind': 'none',
  public: 'today',
  draft: DRAFT,
};
const BODY = {
  type: 'EprWentLive',
  deployment: 'new-system',
  extent: 'full',
  occurredOn: '2025-04',
  precision: 'month',
};

describe('reporting by form', () => {
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

  describe('who may', () => {
    it('is listed the own trusts, or finds any', async () => {
      expect((await get('/report')).text).toContain('Northvale Hospitals NHS Foundation Trust (ZZ1)');
      const found = await get('/report?search=northvale', 'person=programme');
      expect(linksOf(found.html)).toContain('/trusts/ZZ1/report');
      expect((await get('/report?search=nothing-like-it', 'person=programme')).text).toContain('No trust matches');
    });

    it('leads whoever is not signed in there first', async () => {
      expect((await get('/report', '')).to).toBe('/sign-in?to=%2Freport');
      expect((await get(WENT_LIVE, '')).to).toBe(`/sign-in?to=${encodeURIComponent(WENT_LIVE)}`);
    });

    it('keeps what was typed by somebody whose session ended', async () => {
      const { status, hidden } = await post(WENT_LIVE, ANSWERS, '');
      expect([status, hidden]).toEqual([401, expect.objectContaining(ANSWERS)]);
      expect(pages.desk.checked).toEqual([]);
    });

    it('tells whoever reports for another trust so, and where to go', async () => {
      const { status, text, html } = await get('/trusts/ZZ5/report');
      expect([status, text]).toEqual([403, expect.stringContaining('You cannot report for this trust')]);
      expect(linksOf(html)).toContain('/trusts/ZZ1/report');
      expect((await get('/trusts/ZZ5/report/state')).status).toBe(403);
      expect((await get(`/facts/${idOf(10)}/correct`)).status).toBe(403);
      const refused = await post('/trusts/ZZ5/report/state', {});
      expect([refused.status, pages.desk.checked]).toEqual([403, []]);
    });

    it.each(['auditor', 'reader'])('tells an %s that the role does not', async (role) => {
      const { status, text } = await get('/trusts/ZZ1/report', `person=${role}`);
      expect([status, text]).toEqual([403, expect.stringContaining('who does not report milestones')]);
    });

    it('lets an assessor report assessments and nothing else', async () => {
      const cookie = 'person=assessor:ZZ1';
      const { text } = await get('/trusts/ZZ1/report', cookie);
      expect(text).toContain('An assessment');
      expect(text).not.toContain('A milestone');
      expect((await get('/trusts/ZZ1/report/dma-2025', cookie)).status).toBe(200);
      expect((await get(WENT_LIVE, cookie)).status).toBe(403);
    });

    it('offers forms only to whoever may use them, or may still sign in', async () => {
      const links = async (cookie: string) => linksOf((await get('/trusts/ZZ1?asOf=2026-11-24', cookie)).html);
      for (const cookie of [REPORTER, 'person=programme', '']) {
        expect(await links(cookie)).toEqual(
          expect.arrayContaining(['/trusts/ZZ1/report', `/facts/${idOf(5)}/correct`]),
        );
      }
      for (const cookie of ['person=reporter:ZZ5', 'person=auditor']) {
        expect(
          (await links(cookie)).filter((href) => /\/ZZ1\/report$|\/(correct|retract|dispute)$/.test(href)),
        ).toEqual([]);
      }
      expect(linksOf((await get('/entries/9?asOf=2026-11-24')).html)).toEqual(
        expect.arrayContaining(['correct', 'retract', 'dispute'].map((form) => `/facts/${idOf(5)}/${form}`)),
      );
      expect(linksOf((await get('/entries/5?asOf=2026-11-24')).html)).not.toContain(`/facts/${idOf(5)}/correct`);
    });
  });

  describe('choosing', () => {
    it('asks what, then of which type, and says where nothing was chosen', async () => {
      expect(await post('/trusts/ZZ1/report', {})).toMatchObject({
        status: 400,
        text: expect.stringContaining('There is a problem Select what you want to report') as string,
      });
      expect((await post('/trusts/ZZ1/report', { what: 'milestone' })).to).toBe('/trusts/ZZ1/report?what=milestone');
      expect((await post('/trusts/ZZ1/report', { what: 'state' })).to).toBe('/trusts/ZZ1/report/state');
      const types = await get('/trusts/ZZ1/report?what=milestone');
      const action = /<form action="([^"]*)"/.exec(types.html)?.[1] ?? '';
      expect((await post(action, {})).text).toMatch(/Select the type of report.*What happened\?/s);
      expect((await post('/trusts/ZZ1/report?what=milestone', { type: 'went-live' })).to).toBe(WENT_LIVE);
    });

    it.each(['/trusts/ZZ1/report?what=x', '/trusts/ZZ1/report/x', '/trusts/NOPE/report', '/facts/x/correct'])(
      'is at no other address: %s',
      async (path) => {
        expect((await get(path)).status).toBe(404);
      },
    );
  });

  describe('a report', () => {
    it('stays on the form with what was typed and every message, and asks the desk nothing', async () => {
      const typed = {
        ...ANSWERS,
        occurred: 'day',
        'occurred-day-day': '31',
        'occurred-day-month': '2',
        'occurred-day-year': '2025',
      };
      const wrong = { ...typed, 'deployment-name': '', detail: HOSTILE, public: '' };
      const { status, text, html } = await post(WENT_LIVE, wrong);
      expect(status).toBe(400);
      expect(text).toContain(
        'There is a problem Enter a name for the system The date for when it went live must be a real date, such as 31 3 2026 Select when it became public',
      );
      expect(html).toContain(
        'id="occurred-day-day" name="occurred-day-day" type="text" inputmode="numeric" value="31"',
      );
      expect(html).toContain('href="#occurred-day-day"');
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('<title>Error: Report a go-live');
      expect(pages.desk.checked).toEqual([]);
    });

    it.each([
      ['detail', 'x'.repeat(4001), 'Detail must be 4,000 characters or fewer'],
      ['product', '\u{1F3E5}'.repeat(4001), 'Product must be 4,000 characters or fewer'],
      ['sites', Array.from({ length: 201 }, (_, n) => `Site ${n}`).join('\n'), 'Sites must be 200 lines or fewer'],
      ['deployment-name', '???', 'must include letters from a to z or numbers'],
      ['occurred-month-month', '13', 'must be a real month'],
      ['occurred-month-year', '25', 'Year must include 4 numbers'],
    ])('says what to do about %s', async (field, value, message) => {
      const { status, text } = await post(WENT_LIVE, { ...ANSWERS, [field]: value });
      expect([status, text]).toEqual([400, expect.stringContaining(message)]);
    });

    it.each([
      [{ 'source-url': 'javascript:alert(1)' }, 'Address must begin with https:// or http://'],
      [{ 'source-publisher': '' }, 'Enter the publisher of the source'],
      [{ 'source-kind': 'copy' }, 'Leave the address empty'],
      [{ 'source-date-day': '3', 'source-date-year': '2025' }, 'The date of the source must include a month'],
    ])('says what to do about the source: %j', async (more, message) => {
      const source = { 'source-kind': 'press', 'source-publisher': 'The Gazette', 'source-url': 'https://a.example' };
      const { status, text } = await post(WENT_LIVE, { ...ANSWERS, ...source, ...more });
      expect([status, text]).toEqual([400, expect.stringContaining(message)]);
    });

    it('shows the answers once the desk has nothing against them, and records nothing yet', async () => {
      const { status, text, hidden } = await post(WENT_LIVE, { ...ANSWERS, detail: HOSTILE });
      expect(status).toBe(200);
      expect(text).toContain('Check your answers before you report this');
      expect(text).toContain('When it went live April 2025 Change When it went live');
      expect(text).toContain(`Detail ${HOSTILE}`);
      expect(hidden).toMatchObject(ANSWERS);
      expect(pages.desk.checked).toEqual([{ ods: 'ZZ1', kind: 'milestones', body: { ...BODY, detail: HOSTILE } }]);
      expect(pages.desk.sent).toEqual([]);
    });

    it('goes back to the form without loss', async () => {
      const { html } = await post(WENT_LIVE, { ...ANSWERS, step: 'form' });
      expect(html).toContain('value="month" checked');
      expect(html).toContain('name="occurred-month-month" type="text" inputmode="numeric" value="April"');
      expect(html).not.toContain('There is a problem');
    });

    it('changes its type without loss', async () => {
      const types = await post('/trusts/ZZ1/report', { ...ANSWERS, step: 'retype', slug: 'went-live' });
      expect(types.hidden).toMatchObject({ draft: DRAFT, 'occurred-month-year': '2025' });
      const { csrf: _csrf, ...carried } = types.hidden;
      const form = await post('/trusts/ZZ1/report', { ...carried, type: 'contract-signed' });
      expect(form.text).toContain('Report a signed contract');
      expect(form.html).toContain('name="occurred-month-year" type="text" inputmode="numeric" value="2025"');
      const none = await post('/trusts/ZZ1/report', carried);
      expect([none.status, none.hidden]).toEqual([400, expect.objectContaining({ 'occurred-month-year': '2025' })]);
    });

    it('is sent once however often it is sent, and anew once an answer changed', async () => {
      const first = await post(WENT_LIVE, { ...ANSWERS, step: 'confirm' });
      const again = await post(WENT_LIVE, { ...ANSWERS, step: 'confirm' });
      expect([first.status, first.to]).toEqual([303, '/entries/9?recorded=yes&asOf=2026-11-24']);
      expect(again.to).toBe(first.to);
      await post(WENT_LIVE, { ...ANSWERS, 'occurred-month-month': '5', step: 'confirm' });
      const [a, b, c] = pages.desk.sent;
      expect([a?.command, a?.key]).toEqual([b?.command, b?.key]);
      expect(a?.key).toMatch(/^[0-9a-f]{64}$/);
      expect(c?.key).not.toBe(a?.key);
    });

    it('is read anew when it is confirmed', async () => {
      const { status, text } = await post(WENT_LIVE, { ...ANSWERS, extent: 'everything', step: 'confirm' });
      expect([status, text]).toEqual([400, expect.stringContaining('Select one of the choices')]);
      expect(pages.desk.sent).toEqual([]);
    });

    it('has what the desk refuses beside the field to blame, and the entry that stands in the way', async () => {
      pages.desk.refusal = new Problem({
        slug: 'epr-step-needs-reason',
        title: 'x',
        status: 409,
        detail: 'x',
        errors: [{ pointer: '/reason', detail: 'It passes over steps.' }],
        extensions: { fact: idOf(5) },
      });
      const { status, text, html } = await post(WENT_LIVE, ANSWERS);
      expect(status).toBe(409);
      expect(text).toContain('It passes over steps. Enter the reason, or report the steps between first.');
      expect(linksOf(html)).toEqual(expect.arrayContaining(['#reason', '/entries/9']));
      expect(html).toContain('value="April"');
    });

    it('stays with its answers where sending failed, to be sent again', async () => {
      const { title, detail } = { title: 'x', detail: 'Send the Idempotency-Key again.' };
      pages.desk.refusal = new Problem({ slug: 'outcome-unknown', title, status: 503, detail });
      const { status, text, hidden } = await post(WENT_LIVE, { ...ANSWERS, step: 'confirm' });
      expect([status, hidden]).toEqual([503, expect.objectContaining(ANSWERS)]);
      expect(text).toContain('Whether it was recorded is not known');
      expect(text).toContain('Check your answers');
      const other = await post(WENT_LIVE, { ...ANSWERS, step: 'confirm', csrf: 'of another' });
      expect([other.status, other.hidden]).toEqual([403, expect.objectContaining(ANSWERS)]);
    });

    it('takes no field that it does not have', async () => {
      const { status, text } = await post(WENT_LIVE, { ...ANSWERS, colour: 'red' });
      expect([status, text]).toEqual([400, expect.stringContaining('This form has no field “colour”')]);
      expect(pages.desk.checked).toEqual([]);
    });

    it('ends on the entry, which says so', async () => {
      const { text } = await get('/entries/9?recorded=yes&asOf=2026-11-24');
      expect(text).toContain('Success Your correction is recorded, as entry 9');
      expect((await get('/entries/9?asOf=2026-11-24')).text).not.toContain('Success');
    });
  });

  describe('a plan, a state, an assessment', () => {
    const shared = { occurred: 'unknown', 'source-kind': 'none', public: 'today' };

    it('is the body of its kind', async () => {
      await post('/trusts/ZZ1/report/go-live-postponed', { ...shared, deployment: 'zz1-alpha', planned: '-' });
      await post('/trusts/ZZ1/report/go-live-planned', {
        ...shared,
        deployment: 'zz1-alpha',
        planned: 'financial_year',
        'planned-financial_year-year': '2026',
      });
      await post('/trusts/ZZ1/report/state', { ...shared, deployment: '-', state: 'none' });
      await post('/trusts/ZZ1/report/dma-2025', {
        ...shared,
        careSetting: 'acute',
        'scores-well_led': '2.50',
        assurance: 'self_assessed',
      });
      const unknown = { precision: 'unknown' };
      expect(pages.desk.checked).toEqual([
        { ods: 'ZZ1', kind: 'plans', body: { type: 'EprGoLivePostponed', deployment: 'zz1-alpha', ...unknown } },
        {
          ods: 'ZZ1',
          kind: 'plans',
          body: {
            type: 'EprGoLivePlanned',
            deployment: 'zz1-alpha',
            plannedFor: '2026-04-01',
            plannedBy: '2027-03-31',
            plannedPrecision: 'between',
            ...unknown,
          },
        },
        { ods: 'ZZ1', kind: 'states', body: { state: 'none', ...unknown } },
        {
          ods: 'ZZ1',
          kind: 'assessments',
          body: {
            framework: 'DMA',
            frameworkVersion: '2025',
            careSetting: 'acute',
            scores: { well_led: 2.5 },
            assurance: 'self_assessed',
            ...unknown,
          },
        },
      ]);
    });

    it.each([
      ['dma-2025', { 'scores-well_led': '6' }, 'Well Led must be a number from 1 to 5'],
      ['dma-2025', {}, 'Enter at least one score'],
      ['emram', { 'scores-stage': '6.5', frameworkVersion: '2022' }, 'Stage must be a whole number from 0 to 7'],
      [
        'dcf',
        { 'statuses-completed': 'single sign-on', 'statuses-not_started': 'Single Sign On', frameworkVersion: '1' },
        'Enter Single sign on under one status only',
      ],
      ['contract-signed', { valueGbpMillions: 'lots' }, 'must be a number of millions of pounds'],
    ])('says what to do about %s with %j', async (slug, fields, message) => {
      const { status, text } = await post(`/trusts/ZZ1/report/${slug}`, { ...shared, ...fields });
      expect([status, text]).toEqual([400, expect.stringContaining(message)]);
    });
  });
});
