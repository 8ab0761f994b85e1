import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Problem } from '@milepost/platform';
import { linksOf, textOf } from './testing/pageText';
import { startPages } from './testing/startPages';
import type { PagesUnderTest } from './testing/startPages';

describe('what stands in the way of a page', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });

  afterAll(() => pages.close());

  async function get(path: string) {
    const response = await fetch(pages.url + path, { redirect: 'manual' });
    const html = await response.text();
    return { status: response.status, headers: response.headers, html, text: textOf(html) };
  }

  it.each([
    ['/trusts?asof=2026-03-31', 400, 'This page does not know "asof" in its address.'],
    ['/trusts?asOf=2026-03-31&asOf=2026-04-01', 400, 'The address says "asOf" more than once.'],
    ['/trusts/ZZ1?search=x&asOf=2026-03-31', 400, 'This page does not know "search" in its address.'],
    ['/?asOf=2026-02-30', 400, 'asOf is "2026-02-30"; write a day that exists as YYYY-MM-DD.'],
    ['/?asOf=2026-03-31&publicBy=x', 400, 'publicBy is "x"'],
    ['/?asOf=2026-03-31&recordedBy=yesterday', 400, 'recordedBy is yesterday'],
    ['/?asOf=2026-03-31&recordedBy=size:26', 404, 'a number of entries, that it has not reached yet.'],
    ['/trusts/NOPE?asOf=2026-03-31', 404, 'No trust with the code NOPE is in this record'],
    ['/trusts/%3Cb%3E?asOf=2026-03-31', 404, 'No trust with the code <b> is in this record'],
    ['/trusts?page=3&asOf=2026-03-31', 404, 'There is no such page of this list.'],
    ['/trusts?page=0&asOf=2026-03-31', 404, 'There is no such page of this list.'],
    ['/entries/25?asOf=2026-03-31', 404, 'There is no entry 25. Entries are numbered from 0 to 24.'],
    ['/entries/-1?asOf=2026-03-31', 404, 'There is no entry -1.'],
    ['/entries/1e3?asOf=2026-03-31', 404, 'There is no entry 1e3.'],
    ['/figures/toString?asOf=2026-03-31', 404, 'Milepost has no figure called toString.'],
    ['/nothing/here', 404, 'There is no page at /nothing/here.'],
    ['//evil.example:x/[', 404, 'There is no page at //evil.example:x/[.'],
    ['/assets/milepost-000000000000.css', 404, 'There is no page at /assets/milepost-000000000000.css.'],
  ])('%s is answered %d with what to do', async (path, status, sentence) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(sentence);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(linksOf(answer.html)).toContain('/');
  });

  it('says that it is starting, and when to come again', async () => {
    pages.fault = new Problem({
      slug: 'starting',
      title: 'Milepost is starting',
      status: 503,
      detail: 'A moment.',
      retryAfter: 2,
    });
    for (const path of ['/trusts?asOf=2026-03-31', '/trusts', '/entries/9']) {
      const { status, headers, text } = await get(path);
      expect([status, headers.get('retry-after')]).toEqual([503, '2']);
      expect(text).toContain('Milepost is starting A moment. Nothing was lost.');
    }
    pages.fault = undefined;
  });

  it('says nothing of the inside of a fault', async () => {
    pages.fault = new Error('SQLITE_CORRUPT at /secret/path');
    const { status, text } = await get('/trusts?asOf=2026-03-31');
    expect(status).toBe(500);
    expect(text).toContain('Sorry, there is a problem with Milepost');
    expect(text).not.toMatch(/SQLITE|secret/);
    pages.fault = undefined;
  });

  it('asks for patience where the views are behind', async () => {
    pages.fault = Object.assign(new Error('behind'), { name: 'ViewsBehind' });
    const { status, headers } = await get('/trusts?asOf=2026-03-31');
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    pages.fault = undefined;
  });
});

describe('what every page is sent with', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });

  afterAll(() => pages.close());

  const PATHS = [
    '/?asOf=2026-03-31',
    '/trusts?asOf=2026-03-31',
    '/trusts/ZZ1?asOf=2026-03-31',
    '/nowhere-at-all',
    '/position',
  ];

  /** The answer as it was sent: `fetch` would decode it. */
  function sent(path: string, accept: string): Promise<{ readonly message: IncomingMessage; readonly body: Buffer }> {
    return new Promise((resolve, reject) => {
      request(pages.url + path, { headers: { 'Accept-Encoding': accept } }, (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('end', () => resolve({ message, body: Buffer.concat(chunks) }));
        message.on('error', reject);
      })
        .on('error', reject)
        .end();
    });
  }

  it('allows no script and no style but its own files, and holds none', async () => {
    for (const path of PATHS) {
      const response = await fetch(pages.url + path);
      const html = await response.text();
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'; connect-src 'self'; style-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      // Tags alone: a hostile text may well say all of this.
      const own = /<script type="module" src="\/assets\/[a-z]+-[0-9a-f]{12}\.js"><\/script>/g;
      const tags =
        html
          .replace(own, '')
          .match(/<[^>]*>/g)
          ?.join('\n') ?? '';
      expect(tags).not.toMatch(/<script|<style|\sstyle=|\son\w+=|http-equiv/i);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
    }
  });

  it('is compressed as the reader likes it, and the same whichever way', async () => {
    const plain = await sent('/trusts?asOf=2026-03-31', 'identity');
    const gzip = await sent('/trusts?asOf=2026-03-31', 'gzip;q=1, br;q=0');
    const brotli = await sent('/trusts?asOf=2026-03-31', 'gzip, deflate, br');
    expect(plain.message.headers['content-encoding']).toBeUndefined();
    expect([gzip.message.headers['content-encoding'], brotli.message.headers['content-encoding']]).toEqual([
      'gzip',
      'br',
    ]);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(brotli.message.headers.vary).toContain('Accept-Encoding');
  });

  it('takes its assets from addresses that change with their content, for ever', async () => {
    const html = (await sent('/?asOf=2026-03-31', 'identity')).body.toString();
    const assets = linksOf(html).filter((link) => link.startsWith('/assets/'));
    expect(assets).toHaveLength(2);
    for (const asset of assets) {
      for (const accept of ['br', 'gzip', 'identity', 'br']) {
        const { message } = await sent(asset, accept);
        expect(message.statusCode).toBe(200);
        expect(message.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      }
    }
  });

  it('is set in no font of another origin, and asks for nothing there', async () => {
    const html = (await sent('/?asOf=2026-03-31', 'identity')).body.toString();
    const [stylesheet = ''] = linksOf(html).filter((link) => link.endsWith('.css'));
    const css = (await sent(stylesheet, 'identity')).body.toString();
    expect(css).not.toMatch(/frutiger|@font-face|url\(|@import|https?:/i);
    expect(css).toContain('arial');
    expect(css).toContain('.app-moment');
  });
});

describe('the pages of another ledger, below a base path', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages({ basePath: '/demonstration', kind: 'demonstration' });
  });

  afterAll(() => pages.close());

  it('lead to nothing outside it', async () => {
    for (const path of ['/?asOf=2026-03-31', '/trusts?asOf=2026-03-31', '/trusts/ZZ1?asOf=2026-03-31', '/position']) {
      const html = await (await fetch(pages.url + path)).text();
      const inside = linksOf(html).filter((link) => !/^(https:|#)/.test(link));
      expect(inside.length).toBeGreaterThan(5);
      for (const link of inside) expect(link).toMatch(/^\/demonstration\//);
      for (const [, action] of html.matchAll(/action="([^"]*)"/g)) expect(action).toMatch(/^\/demonstration\//);
    }
    const redirected = await fetch(`${pages.url}/`, { redirect: 'manual' });
    expect(redirected.headers.get('location')).toBe('/demonstration/?asOf=2026-03-31');
  });

  it('say on each of them that its trusts are invented', async () => {
    const html = await (await fetch(`${pages.url}/trusts?asOf=2026-03-31`)).text();
    expect(html).toContain('<title>Trusts – Milepost: demonstration with invented trusts</title>');
    expect(textOf(html)).toContain('Demonstration: invented trusts');
    expect(textOf(html)).not.toContain('Open Government Licence');
    expect(textOf(await (await fetch(`${pages.url}/?asOf=2026-03-31`)).text())).not.toContain('What is not known');
  });
});

describe('the first page until the start is over', () => {
  let pages: PagesUnderTest;

  beforeAll(async () => {
    pages = await startPages();
  });

  afterAll(() => pages.close());

  const get = async (path: string) => {
    const response = await fetch(pages.url + path, { redirect: 'manual' });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };

  it('tells the step', async () => {
    pages.startup.next({ kind: 'starting', step: 'Opening the store' });
    pages.fault = new Problem({ slug: 'starting', title: 'Starting', status: 503, detail: 'A moment.' });
    const { status, html, headers } = await get('/');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('Milepost is starting Opening the store.');
    expect(headers.get('cache-control')).toBe('no-store');
    pages.fault = undefined;
  });

  it('tells how far the import has come, and is loaded again only for who asks for it', async () => {
    pages.startup.next({ kind: 'importing', file: 'trusts.csv', done: 1204, total: 1945 });
    const { html, headers } = await get('/');
    expect(textOf(html)).toContain('The public record is being read in');
    expect(textOf(html)).toContain('1,204 of 1,945 done, now in trusts.csv');
    expect(html).toContain('max="1945" value="1204"');
    expect(headers.get('refresh')).toBeNull();
    expect((await get('/?watch=yes')).headers.get('refresh')).toBe('3');
  });

  it('says on every other page that it is not complete', async () => {
    const { html } = await get('/trusts?asOf=2026-03-31');
    expect(textOf(html)).toContain('Until that is done, what is shown here is not complete.');
  });

  it('tells what hindered it, and shows what is there', async () => {
    pages.startup.next({ kind: 'failed', reason: 'The disk is full. Make room and start again.' });
    const { html } = await get('/?asOf=2026-03-31');
    expect(textOf(html)).toContain('The start could not be finished The disk is full. Make room and start again.');
    expect(textOf(html)).toContain('Trusts counted');
  });

  it('goes on to the record once all is ready', async () => {
    pages.startup.next({ kind: 'ready' });
    expect((await get('/?watch=yes')).headers.get('location')).toBe('/');
    expect((await get('/')).headers.get('location')).toBe('/?asOf=2026-03-31');
  });
});
