import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { servedPublicRecord } from '../../../test/support/servedPublicRecord';
import type { ServedLedger } from '../../../test/support/servedLedger';

const FILE = join(__dirname, '..', '..', '..', 'libs', 'public-record', 'data', 'dma_assessments.csv');
const MEASURES = [
  ...['well_led', 'ensure_smart_foundations', 'safe_practice', 'support_workforce'],
  ...['empower_people', 'improve_care', 'healthy_populations'],
];
const METRIC = '/api/v1/figures/meets:dma-every-measure-at-2@1';
const AT = 'asOf=2026-03-31';

interface Counted {
  readonly numerator: number;
  readonly denominator: number;
  readonly notKnown: number;
}

describe('illustrations over the public record', () => {
  let served: ServedLedger;
  beforeAll(async () => {
    served = await servedPublicRecord();
  }, 120_000);
  afterAll(() => served.close());

  const get = async <T>(address: string): Promise<T> => (await (await fetch(served.url + address)).json()) as T;

  it.each([2, 3])('every DMA measure at %d or above is what the published scores say, trust by trust', async () => {
    const rows = parse<Record<string, string>>(readFileSync(FILE), { columns: true }).filter(
      ({ year }) => year === '2025',
    );
    const { items } = await get<{ items: { ods: string; region: { value: string } }[] }>(
      `/api/v1/trusts?scope=in&limit=500&${AT}`,
    );
    const trusts = items.map(({ ods, region }) => {
      const returns = rows.filter(({ ods_code }) => ods_code === ods);
      const reached = returns.every((row) => MEASURES.every((measure) => Number(row[measure]) >= 2));
      return { region: region.value, verdict: returns.length === 0 ? 'not-known' : reached ? 'yes' : 'no' };
    });
    const counted = (some: typeof trusts): Counted => ({
      numerator: some.filter(({ verdict }) => verdict === 'yes').length,
      denominator: some.length,
      notKnown: some.filter(({ verdict }) => verdict === 'not-known').length,
    });
    const { figure } = await get<{ figure: Counted & { groups: (Counted & { group: string })[] } }>(
      `${METRIC}?by=region&${AT}`,
    );
    expect(figure).toMatchObject(counted(trusts));
    expect(figure.numerator).toBeGreaterThan(0);
    expect(figure.numerator + figure.notKnown).toBeLessThan(figure.denominator);
    for (const { group, ...numbers } of figure.groups) {
      expect({ group, ...numbers }).toMatchObject(counted(trusts.filter(({ region }) => region === group)));
    }
  });

  it('are not known before the scores were public, and in the period they were collected in', async () => {
    const { figure: before } = await get<{ figure: Counted }>(`${METRIC}?${AT}&publicBy=2026-03-26`);
    expect(before.notKnown).toBe(before.denominator);
    const { figure: during } = await get<{ figure: Counted }>(`${METRIC}?asOf=2025-06-15`);
    expect(during.numerator).toBe(0);
  });

  it('say nothing of any one trust', async () => {
    for (const address of [`${METRIC}/members`, '/api/v1/trusts/RX1/standing?standard=dma-every-measure-at-2']) {
      expect(await get(`${address}${address.includes('?') ? '&' : '?'}${AT}`)).toMatchObject({
        type: '/problems/illustration-has-no-members',
      });
    }
  });
});
