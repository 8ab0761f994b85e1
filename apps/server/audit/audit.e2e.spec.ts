import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

const HOW_TO = resolve(__dirname, '..', '..', '..', 'docs', 'how-to', 'recompute-the-root.md');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const withPython = hasPython ? describe : describe.skip;

describe('the raw entries', () => {
  let milepost: TestServer;
  let size: number;
  let root: string;

  beforeAll(async () => {
    milepost = await testServer();
    // More entries than are read at once, whatever the number of the last complete subtree.
    const codes = Array.from({ length: 140 }, (_, n) => `R${String(100 + n)}`);
    await milepost.register(codes);
    const listed = await milepost.http.get('/api/v1/entries?limit=1').expect(200);
    const { moment } = bodyOf<{ moment: { size: string; root: string } }>(listed);
    size = Number(moment.size);
    root = moment.root;
  }, 120_000);
  afterAll(() => milepost.stop());

  const lines = async (query = ''): Promise<string[]> => {
    const answer = await milepost.http.get(`/audit/entries.jsonl${query}`).expect(200);
    return answer.text.split('\n').slice(0, -1);
  };

  it('are all entries of the position, a line each, and nothing else', async () => {
    expect(size).toBeGreaterThan(256);
    const all = await lines(`?recordedBy=size:${size}`);
    expect(all).toHaveLength(size);
    expect(all.map((line) => (JSON.parse(line) as { v: number }).v)).toEqual(all.map(() => 1));
    expect(await lines()).toEqual(all);
    expect(await lines('?recordedBy=size:200')).toEqual(all.slice(0, 200));
    expect(await lines('?recordedBy=size:0')).toEqual([]);
  });

  it('are a range of them where one is asked for', async () => {
    const all = await lines();
    expect(await lines('?from=250&to=270')).toEqual(all.slice(250, 271));
    expect(await lines('?from=7&to=7')).toEqual([all[7]]);
    expect(await lines(`?from=${size - 1}`)).toEqual([all.at(-1)]);
  });

  it.each([
    ['?from=9&to=8', 400, 'to'],
    ['?from=-1', 400, 'from'],
    ['?to=1e3', 400, 'to'],
    ['?upto=3', 400, 'upto'],
    ['?recordedBy=size:10&to=10', 404, 'Entry 10 is not among the 10 entries'],
    ['?from=100000', 404, 'Entry 100000 is not among'],
    ['?recordedBy=size:1000000', 404, '1000000'],
  ])('%s is refused with %d', async (query, status, said) => {
    const answer = await milepost.http.get(`/audit/entries.jsonl${query}`).expect(status);
    expect(answer.text).toContain(said);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('have a tag that is the same for the same bytes, and are kept for ever where the position was named', async () => {
    const address = `/audit/entries.jsonl?recordedBy=size:${size}`;
    const first = await milepost.http.get(address).expect(200);
    expect(first.headers).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const tag = first.headers.etag ?? '';
    const other = await milepost.http.get('/audit/entries.jsonl').expect(200);
    expect(other.headers).toMatchObject({ etag: tag, 'cache-control': 'no-cache' });
    const shorter = await milepost.http.get('/audit/entries.jsonl?to=9').expect(200);
    expect(shorter.headers.etag).not.toBe(tag);
    const again = await milepost.http.get(address).set('If-None-Match', tag).expect(304);
    expect(again.text).toBe('');
    const head = await milepost.http.head(address).expect(200);
    expect([head.headers.etag, head.text]).toEqual([tag, undefined]);
  });

  it('are ended when whoever reads them goes away, and others are answered as before', async () => {
    await new Promise<void>((done, fail) => {
      get(`${milepost.url}/audit/entries.jsonl`, (response) => {
        response.once('readable', () => response.destroy());
        response.once('close', done);
      }).once('error', fail);
    });
    expect(await lines('?to=0')).toHaveLength(1);
  });

  it('are listed on the audit page, page by page, each once, and each page is what its downloads give', async () => {
    const page = async (address: string) => {
      const { text: html } = await milepost.http.get(address).set('Accept', 'text/html').expect(200);
      const href = (pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll('&amp;', '&');
      const numbers = [...html.matchAll(/scope="row">.*?href="\/entries\/(\d+)\?/gs)].map(([, number]) =>
        Number(number),
      );
      return { numbers, next: href(/href="([^"]*)"[^>]*rel="next"/), csv: href(/href="([^"]*entries\.csv[^"]*)"/) };
    };
    const filter = `asOf=2026-03-31&recordedBy=size:${size}&kind=trust&type=TrustRegistered.v1`;
    const listed: number[] = [];
    for (let address: string | undefined = `/audit?${filter}`; address !== undefined;) {
      const { numbers, next, csv = '' } = await page(address);
      const table = await milepost.http.get(csv).expect(200);
      const inTable = parse(table.text, { columns: true }).map((row) => Number((row as { sequence: string }).sequence));
      expect(inTable).toEqual(numbers);
      listed.push(...numbers);
      address = next;
    }
    const all = await lines(`?recordedBy=size:${size}`);
    const expected = all.flatMap((line, number) => (line.includes('"TrustRegistered.v1"') ? [number] : []));
    expect(listed).toEqual(expected.reverse());
    expect(listed).toHaveLength(140);
  });

  it('need a token where reading needs one', async () => {
    const closed = await testServer({ read: 'token' });
    await closed.http.get('/audit/entries.jsonl').expect(401);
    const auditor = await closed.token('auditor');
    const answer = await closed.http.get('/audit/entries.jsonl').auth(auditor, { type: 'bearer' }).expect(200);
    expect(answer.text).toContain('LedgerOpened.v1');
    await closed.stop();
  }, 60_000);

  withPython(`and the program of the how-to${hasPython ? '' : ' (skipped: no python3 is installed here)'}`, () => {
    let folder: string;
    let program: string;

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'milepost-python-'));
      program = join(folder, 'root.py');
      writeFileSync(program, /```python\n(.*?)```/s.exec(readFileSync(HOW_TO, 'utf8'))?.[1] ?? '');
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const run = async (url: string, count: number): Promise<string> => {
      const python = spawn('python3', [program, url, String(count)], { stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, complaints] = await Promise.all([text(python.stdout), text(python.stderr)]);
      return out.trim() || complaints.trim();
    };

    it('has about twenty lines', () => {
      expect(readFileSync(program, 'utf8').split('\n').length).toBeLessThan(28);
    });

    it('gives the root that is shown, of the whole record and of every earlier position', async () => {
      const roots = [[size, root]];
      for (const count of [0, 7, 256]) {
        const answer = await milepost.http.get(`/api/v1/entries?limit=1&recordedBy=size:${count}`);
        roots.push([count, bodyOf<{ moment: { root: string } }>(answer).moment.root]);
      }
      const computed = roots.map(async ([count]) => [count, await run(milepost.url, Number(count))]);
      expect(await Promise.all(computed)).toEqual(roots);
    }, 60_000);

    it('gives another where one byte was changed, and none where an entry is missing', async () => {
      const whole = Buffer.from((await milepost.http.get('/audit/entries.jsonl').expect(200)).text);
      const changed = Buffer.from(whole);
      const at = changed.indexOf('"revision":"') + '"revision":"'.length;
      changed[at] = changed[at] === 48 ? 49 : 48;
      let served = changed;
      const forger = createServer((_request, response) => response.end(served));
      await new Promise<void>((listening) => forger.listen(0, '127.0.0.1', listening));
      const url = `http://127.0.0.1:${(forger.address() as AddressInfo).port}`;
      const forged = await run(url, size);
      expect(Buffer.from(forged, 'base64')).toHaveLength(createHash('sha256').digest().length);
      expect(forged).not.toBe(root);
      served = whole.subarray(whole.indexOf('\n') + 1);
      expect(await run(url, size)).toBe(`${size - 1} entries came instead of ${size}.`);
      await new Promise((closed) => forger.close(closed));
    }, 60_000);
  });
});
