import type { FileOutcome, FilePlace } from '@milepost/dashboard';
import type { ImportNote, ImportReport } from '@milepost/public-record';

/** An import's report as pages show it: a form sends one file. */
export function fileOutcome({ files, refusals, notes, rows = [], stopped }: ImportReport): FileOutcome {
  const total = (count: (file: ImportReport['files'][number]) => number): number =>
    files.reduce((sum, file) => sum + count(file), 0);
  return {
    rows: total((file) => file.rows),
    recorded: total((file) => file.recorded),
    corrected: total((file) => file.corrected),
    skipped: total((file) => file.skipped),
    nothingToRecord: total((file) => file.nothingToRecord),
    refused: total((file) => file.refused),
    notReached: total((file) => file.notReached),
    refusals: refusals.map(placed),
    notes: notes.map(placed),
    news: rows.map(({ line, outcome, events }) => ({ line, isCorrection: outcome === 'corrected', events })),
    stopped: stopped?.reason,
  };
}

function placed({ line, column, reason }: ImportNote): FilePlace {
  return { line, column, reason };
}
