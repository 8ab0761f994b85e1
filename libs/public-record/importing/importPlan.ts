import { OutcomeUnknown, StoreUnavailable, WrongRevision } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import { inOrder } from '../plan/inOrder';
import type { Plan } from '../plan/plan';
import { keepCompleted, lastCompleted } from './completedImport';
import type { CompletedImport } from './completedImport';
import { goneNotes } from './goneNotes';
import type { ImportOptions } from './importOptions';
import type { ImportReport } from './importReport';
import { ImportRun } from './importRun';
import { ImportStopped } from './importStopped';
import { planContent } from './planContent';

/** What an import needs of the store; the ledger's streams and its working streams must be among its prefixes. */
export type ImportStore = Pick<EventStore, 'append' | 'readStream' | 'lastOf'>;

/**
 * Carries out a plan. What is recorded already is skipped, what the files say otherwise now is corrected, and each event is one
 * append at the revision decided on, so a run that was cut off anywhere is completed by the next, and two at once do no harm.
 *
 * Ends early, and says so in the report, where the store is away or the signal asks for it. Rejects only for errors of the program.
 */
export async function importPlan(
  store: ImportStore,
  ledger: string,
  plan: Plan,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = new ImportRun(store, ledger, plan, options);
  const content = await planContent(plan);
  try {
    const before = await lastCompleted(store, ledger, plan.dataSet);
    const isKept = before?.content === content;
    if (isKept && options.unlessCompleted === true) return reportOfCompleted(ledger, plan, before, run);
    const subjects = [...new Set([...inOrder(plan).map(({ event }) => event.subject), ...(before?.subjects ?? [])])];
    await run.compare(subjects);
    run.notes.push(...goneNotes(plan, run.states));
    await run.record();
    const report = reportOf(ledger, plan, run, options);
    if (options.dryRun !== true && !isKept) {
      await keepCompleted(store, report, { content, subjects }, before, options.actor);
    }
    run.progress('done');
    return report;
  } catch (error) {
    return { ...reportOf(ledger, plan, run, options), stopped: whyStopped(error) };
  }
}

function reportOfCompleted(ledger: string, plan: Plan, before: CompletedImport, run: ImportRun): ImportReport {
  const { files, refusals, finishedAt } = before;
  run.progress('done');
  return {
    dataSet: plan.dataSet,
    ledger,
    dryRun: false,
    finishedAt,
    files,
    refusals,
    notes: plan.files.flatMap((file) => file.notes ?? []),
    events: run.tally.events,
  };
}

function reportOf(
  ledger: string,
  plan: Plan,
  { tally, notes }: ImportRun,
  { clock, dryRun, rowsInReport = 0 }: ImportOptions,
): ImportReport {
  return {
    dataSet: plan.dataSet,
    ledger,
    dryRun: dryRun === true,
    finishedAt: clock(),
    files: tally.files(),
    refusals: tally.refusals(),
    notes: [...plan.files.flatMap((file) => file.notes ?? []), ...notes],
    ...(rowsInReport === 0 ? {} : { rows: tally.newRows(rowsInReport) }),
    events: tally.events,
  };
}

function whyStopped(error: unknown): NonNullable<ImportReport['stopped']> {
  if (error instanceof ImportStopped) return { cause: 'asked', reason: error.message };
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown || error instanceof WrongRevision) {
    return { cause: 'store', reason: error.message };
  }
  throw error;
}
