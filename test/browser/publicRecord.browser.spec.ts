import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { textOf } from '../../libs/dashboard/testing/pageText';
import { builtApps } from '../support/builtApps';
import type { BuiltApps } from '../support/builtApps';
import { startServerProcess } from '../support/serverProcess';
import type { ServerProcess } from '../support/serverProcess';
import { describeInBrowser, findings, sideways } from './describeInBrowser';

jest.setTimeout(180_000);

describe('pages of the whole program over the public record', () => {
  let built: BuiltApps;
  let dataDir: string;
  let server: ServerProcess;
  let url: string;

  beforeAll(async () => {
    built = builtApps(['apps', 'libs']);
    dataDir = mkdtempSync(join(tmpdir(), 'milepost-pages-'));
    server = startServerProcess({ main: built.file('apps/server/main.js'), dataDir });
    url = await server.url;
  });

  afterAll(async () => {
    server.kill('SIGTERM');
    await server.ended;
    rmSync(dataDir, { recursive: true, force: true });
    built.remove();
  });

  const pageText = async (path: string): Promise<string> => {
    const response = await fetch(url + path, { headers: { Accept: 'text/html' } });
    return textOf(await response.text());
  };

  interface Sent {
    readonly token: string;
    readonly fact: string;
    /** How many entries the record holds once the command's are visible. */
    readonly size: number;
  }

  /** Sends a command, and waits until the pages show it. */
  async function sent(token: string, path: string, body: object): Promise<Sent> {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as Omit<Sent, 'size'>;
    expect([path, response.status, answer]).toEqual([path, 201, answer]);
    const after = response.headers.get('Milepost-After');
    const visible = await fetch(
      `${url}/api/v1/trusts/RGT`,
      after === null ? {} : { headers: { 'Milepost-After': after } },
    );
    const { moment } = (await visible.json()) as { moment: { size: string } };
    return { ...answer, size: Number(moment.size) };
  }

  it('tells how far it has come, then shows the programme’s last day', async () => {
    const starting = await fetch(`${url}/`, { redirect: 'manual' });
    expect([starting.status, await starting.text()]).toEqual([200, expect.stringMatching(/read in|is starting/)]);
    await server.ready;
    const ready = await fetch(`${url}/`, { redirect: 'manual' });
    expect([ready.status, ready.headers.get('location')]).toEqual([302, '/?asOf=2026-03-31']);
  });

  it.each([
    ['2023-11-15', '', 210, '15 November 2023'],
    ['2023-11-15', '&publicBy=2023-11-20', 210, '15 November 2023'],
    ['2024-10-01', '', 208, '1 October 2024'],
    ['2024-12-01', '', 206, '1 December 2024'],
    ['2025-05-01', '', 205, '1 May 2025'],
    ['2026-04-01', '', 202, '1 April 2026'],
  ])('counts the trusts on %s%s: %d', async (asOf, rest, count, day) => {
    for (const path of ['/', '/trusts', '/figures/in-scope']) {
      expect(await pageText(`${path}?asOf=${asOf}${rest}`)).toContain(`${count} trusts counted on ${day}`);
    }
  });

  it('names every step of the count', async () => {
    const text = await pageText('/?asOf=2026-03-31');
    expect(text).toContain('Trusts counted fell from 213 on 1 November 2021 to 202 on 1 April 2026');
    expect(text).toContain('North London NHS Foundation Trust opened');
    expect(text).toContain('succeeded by Royal Free London NHS Foundation Trust');
    expect(text).not.toContain('do not explain all of this change');
  });

  it('titles its charts with what they find, computed from the record', async () => {
    const text = await pageText('/?asOf=2026-03-31');
    expect(text).toContain('Coverage rose from 90% to 91% while trusts with an EPR fell from 189 to 187');
    expect(text).toContain('56% of trusts were said to meet the standard in 2025; the target was 70% by March 2026');
    expect(text).toContain('206 of 285 returns rose, 75 fell and 4 stayed the same from 2024 to 2025');
    const before = await pageText('/?asOf=2023-12-31&publicBy=2023-12-31');
    expect(before).toContain('Coverage was claimed once with its numbers: 189 of 210 trusts, 90%');
    expect(before).not.toContain('Digital maturity by care setting');
  });

  it('says of how many trusts it holds milestones, and never that a silent one has none', async () => {
    expect(await pageText('/?asOf=2026-03-31')).toContain('This record holds EPR milestones for 15 of the 205 trusts');
    const silent = await pageText('/trusts/R0A?asOf=2026-03-31');
    expect(silent).toContain('Nothing about this trust’s EPR is in this record');
    expect(silent).not.toMatch(/no EPR|without an EPR|\blate\b|missed/i);
  });

  it('reads of a plan whose day has passed in silence as last reported, not as late', async () => {
    const text = await pageText('/trusts/RKB?asOf=2026-11-24');
    expect(text).toContain('last reported October 2023, nothing since');
    expect(text).not.toMatch(/\blate\b|overdue|missed/i);
  });

  it('answers whoever looks for a page with a page, and explains the problems', async () => {
    expect(await pageText('/no/such/page')).toContain('Page not found');
    expect(await pageText('/problems/epr-step-contradicts')).toContain('The step contradicts what is recorded');
  });

  it('shows what is recorded and corrected, at once and at every earlier size', async () => {
    const reporter = await sent(await server.token, '/api/v1/tokens', { role: 'reporter', trusts: ['RGT'] });
    const source = { publisher: 'The Gazette', kind: 'press' };
    const month = { deployment: 'rgt-epic', product: 'Epic <b>&', precision: 'month', occurredOn: '2014-10', source };
    const went = await sent(reporter.token, '/api/v1/trusts/RGT/milestones', { type: 'EprWentLive', ...month });
    const day = { ...month, precision: 'day', occurredOn: '2014-10-26' };
    const correction = { replaces: went.fact, reason: 'Read again', data: day };
    const corrected = await sent(reporter.token, `/api/v1/facts/${went.fact}/correction`, correction);
    const at = (size: number): Promise<string> => pageText(`/trusts/RGT?asOf=2026-11-24&recordedBy=size:${size}`);
    expect(await at(went.size - 1)).toContain('Nothing about this trust’s EPR is in this record');
    expect(await at(went.size)).toContain('Live last reported October 2014, nothing since');
    const now = await at(corrected.size);
    expect(now).toContain('Live last reported 26 October 2014, nothing since');
    expect(now).toContain('When: October 2014, corrected to 26 October 2014');
    expect(now).toContain(`No longer in effect Replaced by entry ${corrected.size - 1}`);
    expect(now).toContain('Epic <b>&');
    expect(await pageText(`/entries/${corrected.size - 1}`)).toContain('Recorded by A reporter of the trust');
  });

  describeInBrowser('in a browser', (open) => {
    let page: Page;

    beforeEach(async () => {
      await server.ready;
      page = await open(url, { viewport: { width: 320, height: 700 } });
    });

    it.each(['/?asOf=2026-03-31', '/trusts/RHQ?asOf=2026-11-24', '/entries/1500?asOf=2026-03-31', '/problems'])(
      'has nothing for axe to find at %s, and does not scroll sideways',
      async (address) => {
        await page.goto(address);
        expect([await findings(page), await sideways(page)]).toEqual([[], 0]);
      },
    );

    it('takes a few small requests for its first view', async () => {
      const finished: Promise<{ responseBodySize: number }>[] = [];
      page.on('requestfinished', (request) => finished.push(request.sizes()));
      await page.goto('/', { waitUntil: 'networkidle' });
      const sizes = (await Promise.all(finished)).map(({ responseBodySize }) => responseBodySize);
      expect(sizes.length).toBeLessThanOrEqual(6);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
    });

    it('finds a trust from the first page', async () => {
      await page.goto('/');
      await page.getByLabel('Find a trust').fill('nottingham university');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('link', { name: 'Nottingham University Hospitals NHS Trust' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Nottingham University Hospitals NHS Trust' }).waitFor();
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-03-31');
      expect(await page.getByText('Use suspended').count()).toBeGreaterThan(0);
    });
  });
});
