import { servedPublicRecord } from '../support/servedPublicRecord';
import type { ServedLedger } from '../support/servedLedger';
import { crawl } from './crawl';
import type { CrawledPage } from './crawl';
import { FirstViews } from './firstView';
import { Followed } from './followed';
import { parsePage } from './htmlElement';
import { InterfaceNumbers } from './interfaceNumbers';
import { numberFindings } from './numberFindings';
import { openPage } from './openPage';
import type { OpenedPage } from './openPage';
import { pageFindings } from './pageFindings';

/** The whole record is imported first, and a busy machine takes its time. */
jest.setTimeout(180_000);

/** In the order in which addresses name a moment, and how many pages there must be at least: a walk that ends early has seen nothing. */
const MOMENTS: readonly (readonly [what: string, moment: string, pages: number])[] = [
  ['the programme’s last day', 'asOf=2026-03-31', 75],
  ['a past day', 'asOf=2023-11-15', 65],
  ['what had been made public by then', 'asOf=2024-11-15&publicBy=2024-11-20', 65],
  ['the middle of the record', 'asOf=2026-03-31&recordedBy=size:1000', 60],
  ['before anything was recorded', 'asOf=2026-03-31&recordedBy=size:0', 8],
  ['today', 'asOf=2026-11-24', 75],
];

/** For what a browser has to load before a page can be seen. */
const MOST_BYTES = 60_000;
const MOST_REQUESTS = 6;

/** Pages that no link of the record leads to, those of errors among them. */
const APART: readonly (readonly [address: string, status: number])[] = [
  ['/problems', 200],
  ['/problems/epr-step-contradicts', 200],
  ['/problems/no-such', 404],
  ['/no/such/page', 404],
  ['/trusts/NOPE?asOf=2026-03-31', 404],
  ['/trusts?asOf=2026-02-31', 400],
  ['/sign-in', 200],
];

describe('every page over the public record', () => {
  let milepost: ServedLedger;
  let numbers: InterfaceNumbers;
  let views: FirstViews;

  beforeAll(async () => {
    milepost = await servedPublicRecord();
    numbers = new InterfaceNumbers(milepost.url);
    views = new FirstViews(milepost.url);
  });
  afterAll(() => milepost.close());

  async function findingsOf(page: CrawledPage): Promise<readonly string[]> {
    const { address, status, root, bytes } = page;
    if (status !== 200) return [`status ${status}`];
    if (root === undefined) return [];
    const view = await views.of(root, bytes);
    return [
      ...pageFindings(address, root),
      ...(await numberFindings(root, numbers)),
      ...(isCompressed(page) ? [] : ['not compressed']),
      ...(view.bytes > MOST_BYTES ? [`${view.bytes} bytes at first view`] : []),
      ...(view.requests > MOST_REQUESTS ? [`${view.requests} requests at first view`] : []),
    ];
  }

  it.each(MOMENTS)('answers, reads as it should and shows the interface’s numbers on %s', async (_, moment, least) => {
    const { follow, left } = new Followed(moment);
    const findings: string[] = [];
    let pages = 0;
    await crawl(milepost.url, `/?${moment}`, follow, async (page) => {
      pages += 1;
      for (const finding of await findingsOf(page)) findings.push(`${page.address} (from ${page.from}): ${finding}`);
    });
    expect(findings).toEqual([]);
    expect(await deadLinks(left)).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(least);
  });

  it.each(APART)('is compressed and no heavier than others at %s (%d)', async (address, status) => {
    const page = await openPage(milepost.url, address);
    expect([page.status, isCompressed(page)]).toEqual([status, true]);
    const view = await views.of(parsePage(page.html ?? ''), page.bytes);
    expect(view.bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('opens on the programme’s last day', async () => {
    const response = await fetch(milepost.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/?asOf=2026-03-31']);
  });

  /** Links to trusts and entries that were not followed, as far as there is no such trust or entry. */
  async function deadLinks(links: readonly string[]): Promise<readonly string[]> {
    const trusts = (await numbers.answer('/api/v1/trusts?limit=500&asOf=2026-11-24')) as {
      items: readonly { ods: string }[];
      moment: { size: string };
    };
    const codes = new Set(trusts.items.map(({ ods }) => ods));
    return links.filter((link) => {
      const [, kind, id = ''] = /^\/(trusts|entries)\/([^/?]+)\?/.exec(link) ?? [];
      return kind === 'trusts' ? !codes.has(id) : kind === 'entries' && Number(id) >= Number(trusts.moment.size);
    });
  }
});

function isCompressed({ headers }: Pick<OpenedPage, 'headers'>): boolean {
  return headers.get('content-encoding') === 'br';
}
