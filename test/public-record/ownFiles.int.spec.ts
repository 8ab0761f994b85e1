import { importPlan, planPublicRecord, planUserFile } from '@milepost/public-record';
import type { Plan } from '@milepost/public-record';
import { like } from '../../libs/public-record/testing/like';
import { bytesOf } from '../../libs/public-record/testing/shippedText';
import { smallRecord } from './smallRecord';
import { startTestStore } from './recordStore';
import type { TestStore } from './recordStore';

const KNOWN = { trusts: new Set(['RX1', 'RW6', 'R0A', 'RM3']) };
const run = (store: TestStore, plan: Plan) =>
  importPlan(store.client, 'milepost', plan, { actor: { id: 'a1', role: 'programme' }, clock: () => 0 });
const etr = (asAt: string, rows: readonly (readonly [string, string, string?])[]) => {
  const lines = rows.map(([code, opened, closed = '']) =>
    [
      code,
      `${code} NHS TRUST`,
      'Y60',
      'QT1',
      '',
      '',
      '',
      '',
      '',
      '',
      opened,
      closed,
      ...Array<string>(15).fill(''),
    ].join(),
  );
  return planUserFile('ods', bytesOf(lines.join('\n')), 'etr.csv', { asAt }, KNOWN);
};
const stored = async (store: TestStore) =>
  (await store.all()).map(({ stream, type }) => `${stream.slice('milepost.trust-'.length)} ${type}`);

let store: TestStore;
beforeEach(async () => {
  store = await startTestStore();
  await run(store, planPublicRecord(smallRecord()));
});
afterEach(() => store.stop());

describe("a user's own ODS file", () => {
  it('registers a new code once, observes a known one, and adds nothing to a closing that is known', async () => {
    const before = await stored(store);
    const file = etr('2026-10-01', [
      ['RX1', '20060401'],
      ['RW6', '20020401', '20210930'],
      ['R99', '20260901'],
    ]);

    const report = await run(store, file);
    const again = await run(store, file);
    const later = await run(store, etr('2026-11-01', [['R99', '20260901']]));

    expect((await stored(store)).slice(before.length)).toEqual([
      'R99 TrustRegistered.v1',
      'RX1 TrustObserved.v1',
      'R99 TrustObserved.v1',
      'R99 TrustObserved.v1',
    ]);
    expect(report.files).toMatchObject([{ rows: 3, recorded: 2, nothingToRecord: 1, refused: 0 }]);
    expect(again.events.recorded).toBe(0);
    expect(again.files).toMatchObject([{ rows: 3, recorded: 0, skipped: 2, nothingToRecord: 1 }]);
    expect(later.files).toMatchObject([{ rows: 1, recorded: 1 }]);
    expect(later.notes).toEqual([]);
  });

  it('refuses a row that contradicts the register, and records nothing of it', async () => {
    const before = await stored(store);

    const report = await run(store, etr('2021-01-01', [['RW6', '20020401', '20211231']]));

    expect(await stored(store)).toEqual(before);
    expect(report.refusals).toEqual([
      { file: 'etr.csv', line: 1, reason: like(/register says something else \(fact [0-9a-f-]{36}\)/) },
    ]);
  });
});

describe("a user's own assessments", () => {
  const dma = (year: string, ...rows: readonly string[]) =>
    planUserFile(
      'dma',
      bytesOf(
        `ods_code,care_setting,framework,year,overall\n${rows.map((row) => row.replace('YEAR', year)).join('\n')}\n`,
      ),
      'dma.csv',
      { publishedOn: '2027-03-26' },
      KNOWN,
    );
  const both = ['RX1,acute,DMA,YEAR,3', 'R0A,acute,DMA,YEAR,4'];

  it('of another year do not make those of the year before disappear, a file of the same year does', async () => {
    await run(store, dma('2026', ...both));

    const next = await run(store, dma('2027', ...both));
    const fewer = await run(store, dma('2026', 'RX1,acute,DMA,YEAR,3'));

    expect(next.notes).toEqual([]);
    expect(fewer.notes).toEqual([{ file: 'dma', reason: like(/^DMA\/2026\/R0A\/acute is gone/) }]);
  });
});
