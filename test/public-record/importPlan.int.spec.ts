import { randomEventId } from '@milepost/event-store';
import type { JsonObject, StoredEvent } from '@milepost/event-store';
import { exitCodeOf, importPlan, inOrder, planPublicRecord } from '@milepost/public-record';
import type { ImportOptions, ImportReport, Plan } from '@milepost/public-record';
import { smallRecord } from './smallRecord';
import { newFolder, startTestStore } from './recordStore';
import type { TestStore } from './recordStore';
import { aNumber, aText, like, withText } from '../../libs/public-record/testing/like';

const CLOCK_IN_2024 = () => Date.UTC(2024, 0, 2, 3, 4, 5, 6);
const OPTIONS: ImportOptions = { actor: { id: 'milepost', role: 'system' }, clock: CLOCK_IN_2024 };
const plan = planPublicRecord(smallRecord());
const planned = inOrder(plan).map(({ event }) => event);
const sums = ({ files }: ImportReport) =>
  files.map(({ rows, recorded, skipped, nothingToRecord, refused, notReached }) => [
    rows,
    recorded + skipped + nothingToRecord + refused + notReached,
  ]);
const total = (
  { files }: ImportReport,
  count: 'rows' | 'recorded' | 'corrected' | 'skipped' | 'nothingToRecord' | 'refused',
) => files.reduce((sum, file) => sum + file[count], 0);

let store: TestStore;
beforeEach(async () => (store = await startTestStore()));
afterEach(() => store.stop());

const run = (what: Plan = plan, options: Partial<ImportOptions> = {}) =>
  importPlan(store.client, 'milepost', what, { ...OPTIONS, ...options });
const byKey = (events: readonly StoredEvent[], key: string) =>
  events.filter(({ metadata }) => ((metadata as JsonObject).import as JsonObject | undefined)?.key === key);

async function appendMark(to: StoredEvent, type: string, data: JsonObject): Promise<string> {
  const last = await store.client.lastOf(to.stream);
  const id = randomEventId();
  const metadata = {
    recordedAt: '2026-11-24T09:00:00.000Z',
    actor: { id: 'a1', role: 'programme' },
    origin: 'live',
    public: { on: '2026-11-24', how: 'recorded' },
  };
  await store.client.append(to.stream, [{ id, type, data, metadata }], last?.revision ?? 'no-stream');
  return id;
}

describe('an import', () => {
  it('appends each event once, in order, at its place, with all that the fixed formats ask for', async () => {
    const report = await run();
    const events = await store.all();

    expect(events.map(({ stream, type, data }) => [stream, type, data])).toEqual(
      planned.map(({ subject, type, data }) => [`milepost.${subject}`, type, data]),
    );
    expect(byKey(events, 'rx1-suspended-2025')[0]?.metadata).toEqual({
      recordedAt: '2024-01-02T03:04:05.006Z',
      actor: { id: 'milepost', role: 'system' },
      origin: 'import',
      public: { on: '2025-11-05', how: 'reported' },
      import: { dataSet: 'public-record', key: 'rx1-suspended-2025', content: like(/^[0-9a-f]{64}$/) },
    });
    expect(report).toMatchObject({ dataSet: 'public-record', ledger: 'milepost', dryRun: false, refusals: [] });
    expect(report.events).toEqual({ recorded: planned.length, corrected: 0, skipped: 0 });
    expect(exitCodeOf(report)).toBe(0);
  });

  it('accounts for every row, also for those that have nothing to record', async () => {
    const report = await run();

    for (const [rows, sum] of sums(report)) expect(sum).toBe(rows);
    expect(report.files.find(({ file }) => file === 'trust_successions.csv')).toMatchObject({
      rows: 2,
      recorded: 1,
      nothingToRecord: 1,
    });
    expect(report.files.find(({ file }) => file === 'denominators.csv')).toMatchObject({ rows: 1, nothingToRecord: 1 });
    expect(report.notes.map(({ column }) => column)).toEqual(['total', 'published_denominator']);
  });

  it('done again appends nothing, in the ledger or beside it', async () => {
    await run();
    const before = await store.all();
    const kept = await store.client.lastOf('milepost-work.import-public-record');

    const report = await run();

    expect(await store.all()).toEqual(before);
    expect(await store.client.lastOf('milepost-work.import-public-record')).toEqual(kept);
    expect(report.events).toEqual({ recorded: 0, corrected: 0, skipped: planned.length });
    expect(total(report, 'skipped') + total(report, 'nothingToRecord')).toBe(total(report, 'rows'));
  });

  it('writes the same ids whatever the clock says', async () => {
    await run();
    const ids = (await store.all()).map(({ id }) => id);
    const other = await startTestStore();
    await importPlan(other.client, 'milepost', plan, { ...OPTIONS, clock: () => Date.UTC(2031, 5, 1) });

    expect((await other.all()).map(({ id }) => id)).toEqual(ids);
    await other.stop();
  });

  it('only says what it would do in a dry run', async () => {
    const report = await run(plan, { dryRun: true });

    expect(await store.all()).toEqual([]);
    expect(await store.client.lastOf('milepost-work.import-public-record')).toBeUndefined();
    expect(report).toMatchObject({ dryRun: true, events: { recorded: planned.length } });
  });

  it('turns a corrected cell into a correction, and the cell put back into another', async () => {
    await run();
    const changed = planPublicRecord(
      smallRecord((file, text) => (file === 'epr_milestones.csv' ? text.replace('2025-11-02', '2025-11-01') : text)),
    );

    const corrected = await run(changed);
    const back = await run();
    const again = await run();

    const versions = byKey(await store.all(), 'rx1-go-live-2025');
    expect(versions.map(({ type }) => type)).toEqual(['EprWentLive.v1', 'FactCorrected.v1', 'FactCorrected.v1']);
    expect(versions.slice(1).map(({ data }) => (data as JsonObject).corrects)).toEqual([
      { fact: versions[0]?.id, replaces: versions[0]?.id, type: 'EprWentLive.v1', reason: aText },
      { fact: versions[0]?.id, replaces: versions[1]?.id, type: 'EprWentLive.v1', reason: aText },
    ]);
    expect(versions[1]?.data).toMatchObject({ occurredOn: '2025-11-01', deployment: 'rx1-nervecentre' });
    expect([corrected, back].map((report) => [total(report, 'recorded'), total(report, 'corrected')])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(again.events).toMatchObject({ recorded: 0, corrected: 0 });
  });

  it('leaves a correction by hand alone while the file says what it said, and names it when it replaces one', async () => {
    await run();
    const [fact] = byKey(await store.all(), 'rx1-go-live-2025') as [StoredEvent];
    const corrects = { fact: fact.id, replaces: fact.id, type: fact.type, reason: 'seen otherwise' };
    const hand = await appendMark(fact, 'FactCorrected.v1', {
      ...(fact.data as JsonObject),
      detail: 'by hand',
      corrects,
    });
    const changed = planPublicRecord(
      smallRecord((file, text) => (file === 'epr_milestones.csv' ? text.replace('2025-11-02', '2025-11-01') : text)),
    );

    const same = await run();
    const other = await run(changed);

    expect(same.events).toMatchObject({ recorded: 0, corrected: 0 });
    expect(other.notes).toContainEqual({
      file: 'epr_milestones.csv',
      line: aNumber,
      reason: `This replaces version ${hand}, which is a correction made by hand.`,
    });
    expect((await store.client.lastOf(fact.stream))?.data).toMatchObject({ corrects: { replaces: hand } });
  });

  it('refuses a row whose fact was retracted, and records nothing of it', async () => {
    await run();
    const [closed] = byKey(await store.all(), 'TAF/closed') as [StoredEvent];
    await appendMark(closed, 'FactRetracted.v1', { fact: closed.id, replaces: closed.id, reason: 'not so' });
    const changed = planPublicRecord(
      smallRecord((file, text) => (file === 'trusts.csv' ? text.replace('Camden and Islington', 'Camden') : text)),
    );
    const before = await store.all();

    const report = await run(changed);

    expect(await store.all()).toHaveLength(before.length);
    expect(report.refusals).toEqual([{ file: 'trusts.csv', line: aNumber, reason: withText(closed.id) }]);
    expect(report.files.find(({ file }) => file === 'trusts.csv')).toMatchObject({ refused: 1, corrected: 0 });
    expect(exitCodeOf(report)).toBe(1);
  });

  it('tells which keys are gone from the files, and changes nothing', async () => {
    await run();
    const fewer = planPublicRecord(
      smallRecord((file, text) => (file === 'statements.csv' ? text.replace(/^budget.*\n/m, '') : text)),
    );
    const before = await store.all();

    const report = await run(fewer);
    const again = await run(fewer);

    expect(await store.all()).toEqual(before);
    for (const { notes } of [report, again]) {
      const gone = notes.filter(({ line }) => line === undefined).map(({ reason }) => reason);
      expect(gone).toHaveLength(2);
      expect(gone.join()).toMatch(/budget-2023-cut is gone: StatementPublished.v1 of statement-budget-2023-cut/);
    }
  });

  it('does not call a key gone whose row was refused', async () => {
    await run();
    const broken = planPublicRecord(
      smallRecord((file, text) => (file === 'statements.csv' ? text.replace('2600,1900', '2600,19bn') : text)),
    );

    const report = await run(broken);

    expect(report.refusals.map(({ column }) => column)).toEqual(['amount_to_gbp_m']);
    expect(report.notes.filter(({ line }) => line === undefined)).toEqual([]);
  });

  it('is done once however many do it at the same time', async () => {
    const reports = await Promise.all([run(), run(), run()]);

    const events = await store.all();
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events).toHaveLength(planned.length);
    expect(reports.map(({ stopped }) => stopped)).toEqual([undefined, undefined, undefined]);
  });

  it('cut off after every single event is completed by the next, in the same order', async () => {
    const other = await startTestStore();
    const runs: ImportReport[] = [];
    while (runs.at(-1)?.stopped !== undefined || runs.length === 0) {
      const stop = new AbortController();
      const onProgress: ImportOptions['onProgress'] = ({ phase, done }) =>
        phase === 'recording' && done === 1 ? stop.abort() : undefined;
      runs.push(await importPlan(other.client, 'milepost', plan, { ...OPTIONS, signal: stop.signal, onProgress }));
    }
    await run();

    expect(runs).toHaveLength(planned.length);
    for (const [n, report] of runs.entries()) {
      expect(report.events).toEqual({ recorded: 1, corrected: 0, skipped: n });
      for (const [rows, sum] of sums(report)) expect(sum).toBe(rows);
    }
    expect((await other.all()).map(({ id }) => id)).toEqual((await store.all()).map(({ id }) => id));
    await other.stop();
  });

  it('says that the store went away, and goes on where it stopped when it is back', async () => {
    const folder = newFolder();
    const first = await startTestStore(folder);
    let gone: Promise<void> | undefined;
    const stopped = await importPlan(first.client, 'milepost', plan, {
      ...OPTIONS,
      onProgress: ({ phase, done }) => {
        if (phase === 'recording' && done === 10) gone = first.stop();
      },
    });
    await gone;
    const second = await startTestStore(folder);

    const report = await importPlan(second.client, 'milepost', plan, OPTIONS);

    expect(stopped.stopped?.cause).toBe('store');
    expect(exitCodeOf(stopped)).toBe(2);
    for (const [rows, sum] of sums(stopped)) expect(sum).toBe(rows);
    expect(report.stopped).toBeUndefined();
    expect((await second.all()).map(({ stream, type }) => [stream, type])).toEqual(
      planned.map(({ subject, type }) => [`milepost.${subject}`, type]),
    );
    await second.stop();
  });

  it('takes nothing of a refused row and all of the rest', async () => {
    const broken = planPublicRecord(
      smallRecord((file, text) => (file === 'trusts.csv' ? text.replace('RW6,Pennine', 'RW6,"Pennine') : text)),
    );

    const report = await run(broken);
    const streams = (await store.all()).map(({ stream, type }) => `${stream} ${type}`);

    expect(report.refusals).toEqual([{ file: 'trusts.csv', line: aNumber, reason: like(/quote/) }]);
    expect(streams).not.toContain('milepost.trust-RW6 TrustRegistered.v1');
    expect(streams).toHaveLength(inOrder(broken).length);
    expect(exitCodeOf(report)).toBe(1);
  });
});
