import { linksOf, textOf } from '../testing/pageText';
import { startPages } from '../testing/startPages';
import type { PagesUnderTest } from '../testing/startPages';

const FORM = '/trusts/ZZ1/report/went-live';
/** The last step, which records. */
const SENT = {
  deployment: '+',
  'deployment-name': 'A “System” & more',
  extent: 'full',
  occurred: 'month',
  'occurred-month-month': 'April',
  'occurred-month-year': '2025',
  'source-kind': 'none',
  public: 'today',
  step: 'confirm',
  draft: '11111111-1111-4111-8111-111111111111',
};
const CSRF = 'csrf of reporter';
const COOKIE = { Cookie: 'person=reporter:ZZ1' };

describe('a form that is sent', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages({ basePath: '/record' });
  });
  afterAll(() => pages.close());
  beforeEach(() => {
    pages.desk.sent.length = 0;
    pages.desk.checked.length = 0;
  });

  async function post(fields: Record<string, string> | string, headers: Record<string, string> = COOKIE) {
    const answer = await fetch(pages.url + FORM, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: typeof fields === 'string' ? fields : new URLSearchParams(fields),
      redirect: 'manual',
    });
    const html = await answer.text();
    return { status: answer.status, headers: answer.headers, html, text: textOf(html) };
  }
  const handedIn = () => [pages.desk.checked.length, pages.desk.sent.length];

  it('reaches the desk from a page of ours with the session’s own token', async () => {
    const { status, headers } = await post({ ...SENT, csrf: CSRF }, { ...COOKIE, Origin: new URL(pages.url).origin });
    expect([status, headers.get('location')]).toEqual([303, expect.stringMatching(/^\/record\//)]);
    expect(pages.desk.sent).toHaveLength(1);
  });

  it.each<[string, Record<string, string>]>([
    ['the browser says that it comes from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['it comes from a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
    ['it comes from another origin', { Origin: 'https://evil.example' }],
  ])('is refused where %s, whatever token it carries', async (_, from) => {
    const { status, text } = await post({ ...SENT, csrf: CSRF }, { ...COOKIE, ...from });
    expect([status, text]).toEqual([403, expect.stringContaining('This form came from another site')]);
    expect(text).not.toContain('A “System” & more');
    expect(handedIn()).toEqual([0, 0]);
  });

  it.each([{}, { csrf: '' }, { csrf: 'csrf of programme' }])(
    'is given back with what was typed where its token is another’s: %j',
    async (token) => {
      const { status, html, text } = await post({ ...SENT, ...token });
      expect([status, text]).toEqual([403, expect.stringContaining('What you typed is still here')]);
      expect(html).toContain('value="A “System” &amp; more"');
      expect(html).toContain(`name="csrf" value="${CSRF}"`);
      expect(handedIn()).toEqual([0, 0]);
    },
  );

  it('waits on a page with what was typed where nobody is signed in any more, and goes on from there', async () => {
    const { status, html, text } = await post({ ...SENT, csrf: CSRF }, {});
    expect([status, text]).toEqual([401, expect.stringContaining('You are signed out')]);
    expect(linksOf(html)).toContain('/record/sign-in');
    expect(html).toContain(`<form action="/record${FORM}" method="post">`);
    const kept = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const fields = Object.fromEntries(kept.map(([, name = '', value = '']) => [name, value.replace('&amp;', '&')]));
    expect(fields).toEqual(SENT);
    const back = await post(fields);
    expect([back.status, back.html]).toEqual([403, expect.stringContaining('value="A “System” &amp; more"')]);
    expect(handedIn()).toEqual([0, 0]);
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['has a field too many', 'csrf=x&more=1', {}, 400, 'This form has no field “more”.'],
    ['has a field twice', 'draft=1&draft=2', {}, 400, 'The field “draft” was sent more than once.'],
    ['is no UTF-8', 'detail=%FF', {}, 400, 'It holds characters that are not UTF-8.'],
    [
      'is in Latin-1',
      'detail=1',
      { 'Content-Type': 'application/x-www-form-urlencoded; charset=iso-8859-1' },
      415,
      'UTF-8',
    ],
    ['is JSON', '{"detail":"1"}', { 'Content-Type': 'application/json' }, 415, 'application/x-www-form-urlencoded'],
    ['is too large', `detail=${'a'.repeat(300_000)}`, {}, 413, 'A form may have 262144 bytes.'],
  ])('is refused where it %s', async (_, body, headers, status, sentence) => {
    const answer = await post(body, { ...COOKIE, ...headers });
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(sentence)]);
    expect(handedIn()).toEqual([0, 0]);
  });

  it('is refused too large also where its length was not announced', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Buffer.alloc(64 * 1024, 'a'));
        if ((sent += 1) === 8) controller.close();
      },
    });
    let sent = 0;
    const answer = await fetch(pages.url + FORM, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...COOKIE },
      body,
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
  });

  it('shows who is signed in, on pages that nobody keeps', async () => {
    const trusts = `${pages.url}/trusts?asOf=2026-03-31&recordedBy=size:9`;
    const signedIn = await fetch(trusts, { headers: COOKIE });
    expect(textOf(await signedIn.text())).toContain('Signed in as reporter for ZZ1');
    expect(signedIn.headers.get('cache-control')).toBe('no-store');
    const anyone = await fetch(trusts);
    expect(textOf(await anyone.text())).not.toContain('Signed in');
    expect(anyone.headers.get('cache-control')).toBe('private, no-cache');
    for (const { headers } of [signedIn, anyone]) expect(headers.get('vary')).toContain('Cookie');
  });
});
