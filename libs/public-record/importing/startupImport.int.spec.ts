import { Subject } from 'rxjs';
import { newFolder, startTestStore } from '../testing/testStore';
import type { ImportProgress } from './importProgress';
import { startupImport } from './startupImport';
import { like } from '../testing/like';

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
  it('takes the whole record in once, tells how far it is, and knows the next time that it is done', async () => {
    const store = await startTestStore();
    const first = listening();
    const second = listening();

    const report = await startupImport(store.client, 'milepost', clock, first.progress, { actor: ACTOR });
    const again = await startupImport(store.client, 'milepost', clock, second.progress, { actor: ACTOR });

    expect(await store.all()).toHaveLength(2001);
    expect(report.events).toEqual({ recorded: 2001, corrected: 0, skipped: 0 });
    expect(
      report.files.map(({ file, rows, recorded, nothingToRecord }) => [file, rows, recorded, nothingToRecord]),
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
    const recording = first.told.filter(({ phase }) => phase === 'recording');
    expect(recording.map(({ done }) => done)).toEqual(Array.from({ length: 2001 }, (_, n) => n));
    expect(recording.every(({ total, file }) => total === 2001 && file !== undefined)).toBe(true);
    expect(first.told.at(-1)).toMatchObject({ phase: 'done', counts: { recorded: 2001 } });
    expect(again).toEqual({ ...report, events: { recorded: 0, corrected: 0, skipped: 0 } });
    expect(second.told.map(({ phase }) => phase)).toEqual(['done']);
    await store.stop();
  }, 300_000);

  it('waits for a store that is away, says so, and goes on', async () => {
    const folder = newFolder();
    const first = await startTestStore(folder);
    await first.client.ping();
    await first.stop();
    const { told, progress } = listening();
    const stop = new AbortController();
    progress.subscribe(({ phase }) => (phase === 'waiting' ? stop.abort() : undefined));

    const report = await startupImport(first.client, 'milepost', clock, progress, {
      actor: ACTOR,
      signal: stop.signal,
      pauseMs: 10,
    });

    expect(report.stopped?.cause).toBe('store');
    expect(told.at(-1)).toMatchObject({ phase: 'waiting', reason: like(/event store/) });
  });
});
