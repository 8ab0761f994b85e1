import type { ImportReport } from './importReport';

/** Exit code for a command line: 0 all went in, 1 something was refused, 2 the run was stopped before its end. */
export function exitCodeOf({ refusals, stopped }: Pick<ImportReport, 'refusals' | 'stopped'>): 0 | 1 | 2 {
  if (stopped !== undefined) return 2;
  return refusals.length > 0 ? 1 : 0;
}
