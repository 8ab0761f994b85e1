import { Subject } from 'rxjs';
import { startupImport } from '@milepost/public-record';
import type { ImportProgress } from '@milepost/public-record';
import { startTestStore } from './recordStore';
import { like } from '../../libs/public-record/testing/like';

const ACTOR = { id: 'milepost', role: 'system' } as const;
const clock = () => Date.UTC(2026, 10, 24, 9);

/** A progress subject that keeps what it was told. */
function listening() {
  const told: ImportProgress[] = [];
  const progress = new Subject<ImportProgress>();
  progress.subscribe((now) => told.push(now));
  return { told, progress };
}

describe('the import at the start', () => {
  it('takes the whole record in, through an absence of the store, and knows the next time that it is done', async () => {
    const store = await startTestStore();
    const first = listening();
    const second = listening();
    let wayOut: Promise<void> | undefined;
    let wayBack: Promise<void> | undefined;
    first.progress.subscribe(({ phase, done }) => {
      if (phase === 'recording' && done === 5) wayOut ??= store.goAway();
      if (phase === 'waiting') wayBack ??= wayOut?.then(() => store.comeBack());
    });

    const report = await startupImport(store.client, 'milepost', clock, first.progress, { actor: ACTOR, pauseMs: 10 });
    const again = await startupImport(store.client, 'milepost', clock, second.progress, { actor: ACTOR });

    await wayBack;
    const events = await store.all();
    expect(events).toHaveLength(2001);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2001);
    expect(report.events.recorded + report.events.skipped).toBe(2001);
    expect(
      report.files.map(({ file, rows, recorded, skipped, nothingToRecord }) => [
        file,
        rows,
        recorded + skipped,
        nothingToRecord,
      ]),
    ).toEqual([
      ['icbs.csv', 48, 48, 0],
      ['trusts.csv', 278, 278, 0],
      ['trust_lists.csv', 821, 821, 0],
      ['trust_moves.csv', 53, 53, 0],
      ['trust_successions.csv', 68, 67, 1],
      ['statements.csv', 35, 35, 0],
      ['epr_milestones.csv', 30, 30, 0],
      ['dma_assessments.csv', 570, 570, 0],
      ['denominators.csv', 16, 0, 16],
    ]);
    expect(first.told).toContainEqual(
      expect.objectContaining({ phase: 'waiting', reason: like(/event store|store took/) }),
    );
    expect(first.told.filter(({ phase }) => phase === 'recording').every(({ file }) => file !== undefined)).toBe(true);
    expect(first.told.at(-1)).toMatchObject({ phase: 'done', counts: report.events });
    expect(again).toEqual({ ...report, events: { recorded: 0, corrected: 0, skipped: 0 } });
    expect(second.told.map(({ phase }) => phase)).toEqual(['done']);
    await store.stop();
  }, 300_000);

  it('ends where it is asked to, also while it waits for the store', async () => {
    const store = await startTestStore();
    await store.goAway();
    const { told, progress } = listening();
    const stop = new AbortController();
    progress.subscribe(({ phase }) => (phase === 'waiting' ? stop.abort() : undefined));

    const report = await startupImport(store.client, 'milepost', clock, progress, {
      actor: ACTOR,
      signal: stop.signal,
    });

    expect(report.stopped?.cause).toBe('store');
    expect(told.at(-1)?.phase).toBe('waiting');
    await store.client.close();
  });
});
