import { FirstViews } from '../pages/firstView';
import { parsePage } from '../pages/htmlElement';
import { openPage } from '../pages/openPage';
import { servedPublicRecord } from '../support/servedPublicRecord';
import { millisecondsOf } from './millisecondsOf';
import { quantile } from './quantile';
import type { Row } from './row';

const MARCH = 'asOf=2026-03-31';
const SMALLEST = '/health/live';
const WARM = 20;
const REQUESTS = 300;
const MOST_MS = 50;
const MOST_BYTES = 60_000;
const MOST_REQUESTS = 6;
const BROWSER = { Accept: 'text/html', 'Accept-Encoding': 'gzip, br' };

/** One of each kind of page, the heaviest of its kind where they differ. */
const PAGES: Readonly<Record<string, string>> = {
  'the first page': `/?${MARCH}`,
  'the first page, looking back': '/?asOf=2024-11-15&publicBy=2024-11-20',
  'public claims': `/statements?${MARCH}`,
  'a public claim': `/statements/foi-2025-189-of-208?${MARCH}`,
  trusts: `/trusts?${MARCH}`,
  'trusts, all of them': `/trusts?show=all&page=2&${MARCH}`,
  'a search': `/trusts?search=university&${MARCH}`,
  'a trust with two systems': `/trusts/RHQ?${MARCH}`,
  'a trust without reports': `/trusts/R0A?${MARCH}`,
  'a figure': `/figures/epr-live?${MARCH}`,
  entries: `/audit?${MARCH}`,
  'corrections among the entries': `/audit?corrected=yes&${MARCH}`,
  'an entry': `/entries/1500?${MARCH}`,
  'signing in': '/sign-in',
  problems: '/problems',
};

/** What every kind of page over the public record costs: the server's time, and what a browser has to load for its first view. */
export async function pageRows(): Promise<readonly Row[]> {
  const milepost = await servedPublicRecord();
  try {
    const views = new FirstViews(milepost.url);
    const rows: Row[] = [];
    for (const [name, address] of Object.entries(PAGES)) {
      rows.push(...(await timed(name, address, milepost.port)));
      rows.push(...(await weighed(name, address, milepost.url, views)));
    }
    return rows;
  } finally {
    await milepost.close();
  }
}

/** In turns with the smallest answer of the same process, so that a busy moment hits both. */
async function timed(name: string, address: string, port: number): Promise<readonly Row[]> {
  const taken: [number[], number[]] = [[], []];
  for (let turn = -WARM; turn < REQUESTS; turn += 1) {
    const page = await millisecondsOf(port, address, BROWSER);
    const smallest = await millisecondsOf(port, SMALLEST);
    if (turn < 0) continue;
    taken[0].push(page);
    taken[1].push(smallest);
  }
  return [
    row(`${name}: server time, p50`, 0.5, taken),
    row(`${name}: server time, p99`, 0.99, taken, `<= ${MOST_MS} ms`),
  ];
}

function row(name: string, share: number, [pages, smallest]: readonly [number[], number[]], aim?: string): Row {
  const [value, baseline] = [quantile(pages, share), quantile(smallest, share)];
  return { name, value, unit: 'ms', baseline, baselineName: SMALLEST, ratio: value / baseline, ...(aim && { aim }) };
}

async function weighed(name: string, address: string, url: string, views: FirstViews): Promise<readonly Row[]> {
  const { html = '', bytes: own } = await openPage(url, address);
  const { bytes, requests } = await views.of(parsePage(html), own);
  const kb = { unit: 'kB', value: bytes / 1000, baseline: MOST_BYTES / 1000, aim: '<= 1' };
  const counted = { unit: 'requests', value: requests, baseline: MOST_REQUESTS, aim: '<= 1' };
  return [
    { name: `${name}: first view`, ...kb, baselineName: 'most', ratio: bytes / MOST_BYTES },
    { name: `${name}: first view`, ...counted, baselineName: 'most', ratio: requests / MOST_REQUESTS },
  ];
}
