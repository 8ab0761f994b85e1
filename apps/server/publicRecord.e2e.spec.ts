import { parse } from 'csv-parse/sync';
import { bodyOf } from './testing/bodyOf';
import { testServer } from './testing/testServer';
import type { TestServer } from './testing/testServer';

const PUBLIC_RECORD = { ledger: 'milepost', kind: 'public-record', basePath: '' } as const;

/** What the published lifetimes give: the denominators that public statements used. */
const IN_SCOPE: readonly [string, number][] = [
  ['2023-11-15', 210],
  ['2024-10-01', 208],
  ['2024-12-01', 206],
  ['2025-05-01', 205],
  ['2026-04-01', 202],
];

interface FigureBody {
  readonly figure: { readonly numerator: number; readonly denominator: number; readonly notKnown: number };
}

interface Statement {
  readonly beside: {
    readonly counted: readonly { readonly count: number }[];
    readonly denominator: object;
    readonly numerator: { readonly figure: object | null };
  };
}

describe('the public record over HTTP', () => {
  let milepost: TestServer;

  beforeAll(async () => {
    milepost = await testServer({ mounts: [PUBLIC_RECORD] });
    const { size } = await head();
    while ((await applied()) < size);
  }, 300_000);
  afterAll(() => milepost.stop());

  const get = async <T>(address: string): Promise<T> => bodyOf<T>(await milepost.http.get(address).expect(200));
  const head = async () => {
    const { moment } = await get<{ moment: { size: string } }>('/api/v1/entries?limit=1');
    return { size: Number(moment.size) };
  };
  const applied = async () => Number((await get<{ moment: { size: string } }>('/api/v1/trusts?limit=1')).moment.size);
  const figure = async (metric: string, query: string) =>
    (await get<FigureBody>(`/api/v1/figures/${metric}?${query}`)).figure;

  it.each(IN_SCOPE)('counts on %s %i trusts', async (day, count) => {
    expect(await figure('in-scope', `asOf=${day}`)).toMatchObject({ numerator: count, denominator: count });
  });

  it('counts the same by what was public days later', async () => {
    expect(await figure('in-scope', 'asOf=2023-11-15&publicBy=2023-11-20')).toMatchObject({
      numerator: 210,
      denominator: 210,
    });
  });

  it('holds every trust, care trusts in scope and Welsh ones out', async () => {
    const { items, total } = await get<{
      items: { ods: string; country: string; kind: string; scope: string }[];
      total: number;
    }>('/api/v1/trusts?limit=500&asOf=2024-10-01');
    expect(total).toBe(278);
    expect(items.filter(({ country }) => country === 'Wales').map(({ scope }) => scope)).toEqual(['out', 'out', 'out']);
    const care = items.filter(({ ods }) => ['TAD', 'TAF', 'TAH', 'TAJ'].includes(ods));
    expect(care.map(({ kind, scope }) => `${kind} ${scope}`)).toEqual(Array(4).fill('care_trust in'));
  });

  it('turns silence into not known, never into no', async () => {
    const { numerator, denominator, notKnown } = await figure('epr-live', 'asOf=2026-03-31');
    expect(numerator + notKnown).toBe(denominator);
    const { items } = await get<{ items: { verdict: string }[] }>(
      '/api/v1/figures/epr-live/members?asOf=2026-03-31&limit=500',
    );
    expect(items.some(({ verdict }) => verdict === 'no')).toBe(false);
  });

  it('appends nothing when imported again', async () => {
    const before = await head();
    const programme = await milepost.token('programme');
    const again = await milepost.http
      .post('/api/v1/imports?kind=public-record')
      .auth(programme, { type: 'bearer' })
      .expect(200);
    expect(again.body).toMatchObject({ exitCode: 0, events: { recorded: 0, corrected: 0 } });
    expect(await head()).toEqual(before);
  }, 120_000);

  it.each<[string, number, string, string | null]>([
    ['coverage-2023-189-of-210', 210, 'same', null],
    ['minister-2023-21-without', 210, 'same', null],
    ['analyst-2025-126-of-134-acute', 134, 'same', null],
    ['dma-2025-93-percent', 205, 'same', null],
    ['foi-2025-189-of-208', 210, 'same-on-some-days', null],
    ['hl7395-187-of-206', 205, 'differs', 'RAP'],
    ['may-2025-19-of-206-without', 205, 'differs', 'RAP'],
    ['june-2022-43-of-211', 212, 'differs', null],
  ])('shows beside %s that %d were counted: %s', async (id, counted, check, closed) => {
    const { statement } = await get<{ statement: Statement }>(`/api/v1/statements/${id}`);
    expect(statement.beside.counted[0]?.count).toBe(counted);
    expect(statement.beside.denominator).toMatchObject({
      check,
      since: closed === null ? [] : [{ day: '2025-01-01', closed: [{ ods: closed }] }],
    });
    expect(statement.beside.numerator.figure).toBeNull();
  });

  it('gives the statements as a table with the words as given, and no address of a copy', async () => {
    const { text } = await milepost.http.get('/api/v1/statements.csv?limit=500').expect(200);
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows).toHaveLength(35);
    const copied = rows.find(({ id }) => id === 'hl7395-187-of-206');
    expect(copied).toMatchObject({
      sourceKind: 'copy',
      copies: 'written answer HL7395, UK Parliament',
      address: '',
      denominator: '206',
      countedLow: '205',
      changedSince: '2025-01-01 -RAP',
    });
    const asked = await get<{ total: number }>('/api/v1/statements?publicBy=2023-12-31&asOf=2026-03-31');
    expect(asked.total).toBe(rows.filter(({ publicOn = '' }) => publicOn <= '2023-12-31').length);
  });

  it('lists boards, statements and targets', async () => {
    expect((await get<{ items: object[] }>('/api/v1/icbs')).items).toHaveLength(48);
    expect((await get<{ total: number }>('/api/v1/statements')).total).toBe(35);
    expect((await get<{ total: number }>('/api/v1/targets')).total).toBeGreaterThan(0);
  });
});
