import { generatedLedger } from '../generator/generatedLedger';
import { servedLedger } from '../support/servedLedger';
import type { ServedLedger } from '../support/servedLedger';
import { millisecondsOf } from './millisecondsOf';
import { quantile } from './quantile';
import { randomMoments } from './randomMoments';
import type { Row } from './row';

const LEDGER = 'generated';
const SMALL = 10_000;
const LARGE = 1_000_000;
const TRUSTS = 250;
const REQUESTS = 3_000;

/** What a figure at a random moment costs through HTTP, at a hundred times the history; asked in turns, so that a busy moment hits both. */
export async function httpRows(): Promise<readonly Row[]> {
  const small = await serve(SMALL);
  const large = await serve(LARGE);
  try {
    for (const path of paths(SMALL, 200)) await millisecondsOf(small.port, path);
    for (const path of paths(LARGE, 200)) await millisecondsOf(large.port, path);
    const taken: [number[], number[]] = [[], []];
    const largePaths = paths(LARGE, REQUESTS);
    for (const [n, path] of paths(SMALL, REQUESTS).entries()) {
      taken[0].push(await millisecondsOf(small.port, path));
      taken[1].push(await millisecondsOf(large.port, largePaths[n] ?? path));
    }
    return [row('p50', 0.5, taken), row('p99', 0.99, taken, '<= 1.5')];
  } finally {
    await small.close();
    await large.close();
  }
}

function row(name: string, share: number, [small, large]: readonly [number[], number[]], aim?: string): Row {
  const value = quantile(large, share);
  const baseline = quantile(small, share);
  const what = `a figure for all trusts at a random day and size through HTTP, ${name}, at a million events`;
  const ratio = value / baseline;
  return { name: what, value, unit: 'ms', baseline, baselineName: 'at ten thousand', ratio, ...(aim && { aim }) };
}

function paths(size: number, count: number): string[] {
  return randomMoments(size, count).map(
    (moment) => `/api/v1/figures/epr-live?asOf=${moment.date}&recordedBy=size:${moment.size}`,
  );
}

function serve(events: number): Promise<ServedLedger> {
  const fill = (file: string): void => generatedLedger(file, { seed: 1, trusts: TRUSTS, events }, LEDGER);
  return servedLedger({ ledger: LEDGER, kind: 'demonstration', fill });
}
