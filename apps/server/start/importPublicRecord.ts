import type { ImportProgress, ImportReport, ImportStore } from '@milepost/public-record';
import type { Startup } from '@milepost/views';
import { filter, Subject, throttleTime } from 'rxjs';
import { SYSTEM_ACTOR } from '../follower/ledgerFollower';
import type { LedgerRun } from './ledgerRun';
import { untilLive } from './untilLive';

/** A line a second is enough to see that it goes on. */
const LINE_MS = 1_000;

/** Imports the shipped public record into its ledger, and says how it goes on the terminal and on the first page. */
export async function importPublicRecord(
  { context, pagesData }: LedgerRun,
  store: ImportStore,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  // The ledger's opening must be its first event, so nothing is imported before it is there.
  if (!(await untilLive(context.watch, signal))) return;
  const progress = new Subject<ImportProgress>();
  progress.subscribe((now) => context.startup.next(startupOf(now)));
  progress
    .pipe(
      filter(({ total }) => total > 0),
      throttleTime(LINE_MS),
    )
    .subscribe((now) => say(lineOf(now)));
  const actor = { id: SYSTEM_ACTOR, role: 'system' as const };
  const { startupImport } = await import('@milepost/public-record');
  const report = await startupImport(store, context.ledger, context.clock, progress, { actor, signal });
  progress.complete();
  pagesData.imported(report);
  if (report.stopped === undefined) say(endLine(report));
}

function endLine({ events: { recorded, corrected, skipped }, refusals }: ImportReport): string {
  if (recorded + corrected + skipped === 0) return 'The public record is in, as at the last start.';
  return (
    `The public record is in: ${recorded} events recorded, ${corrected} corrected, ${skipped} there already, ` +
    `${refusals.length} rows refused.`
  );
}

function startupOf({ phase, file, done, total, reason }: ImportProgress): Startup {
  switch (phase) {
    case 'comparing':
      return { kind: 'starting', step: 'Comparing the public record with what is recorded' };
    case 'waiting':
      return { kind: 'starting', step: `Waiting for the event store (${reason ?? 'it does not answer'})` };
    case 'recording':
    case 'done':
      return { kind: 'importing', file: file ?? 'the public record', done, total };
  }
}

function lineOf({ phase, file, done, total, reason }: ImportProgress): string {
  switch (phase) {
    case 'comparing':
      return `Comparing the public record with what is recorded: ${done} of ${total} streams`;
    case 'waiting':
      return `Waiting for the event store: ${reason ?? 'it does not answer'}`;
    case 'recording':
    case 'done':
      return `Importing the public record: ${done} of ${total} events${file === undefined ? '' : ` (${file})`}`;
  }
}
