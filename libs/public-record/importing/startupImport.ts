import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@milepost/platform';
import type { Subject } from 'rxjs';
import { planPublicRecord } from '../record/planPublicRecord';
import type { ImportOptions } from './importOptions';
import { importPlan } from './importPlan';
import type { ImportStore } from './importPlan';
import type { ImportProgress } from './importProgress';
import type { ImportReport } from './importReport';

export interface StartupOptions extends Pick<ImportOptions, 'actor' | 'signal'> {
  /** Milliseconds before a store that is away is tried again. */
  readonly pauseMs?: number;
}

const PAUSE_MS = 2_000;

/**
 * Imports the shipped public record, as the server does at its start: nothing to do where this release's record went in before;
 * otherwise to the end, however often the store goes away meanwhile. The report is that of the run that completed it.
 * `progress` is told how far it is, and is not completed: it belongs to the caller.
 */
export async function startupImport(
  store: ImportStore,
  ledger: string,
  clock: Clock,
  progress: Subject<ImportProgress>,
  { actor, signal, pauseMs = PAUSE_MS }: StartupOptions,
): Promise<ImportReport> {
  const plan = planPublicRecord();
  let last: ImportProgress | undefined;
  const onProgress = (now: ImportProgress): void => progress.next((last = now));
  const options = { actor, clock, onProgress, unlessCompleted: true, ...(signal && { signal }) };
  for (;;) {
    const report = await importPlan(store, ledger, plan, options);
    if (report.stopped?.cause !== 'store' || signal?.aborted === true) return report;
    const { dataSet, events: counts } = report;
    const { done, total } = last ?? { done: 0, total: 0 };
    progress.next({ dataSet, phase: 'waiting', file: undefined, done, total, counts, reason: report.stopped.reason });
    await wait(pauseMs, undefined, { ...(signal && { signal }) }).catch(() => undefined);
  }
}
