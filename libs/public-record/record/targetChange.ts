import type { FactType } from '@milepost/domain';
import type { PlannedEvent } from '../plan/plannedEvent';
import { precisionOf } from '../plan/precisionOf';
import { present } from '../plan/present';
import { sourceOf } from '../plan/sourceOf';
import type { Statement } from './statementColumns';

/**
 * Which statement changed which target how, read by hand: what was said decides, not the kind of row alone.
 * The first that is known of a target sets it. "As many as possible" rewords it; a step to 100% or to 70% changes its threshold.
 * A deadline that differs from the one before stands with the change that brought it: no source says that a target's deadline
 * was extended, only that the programme's end was moved.
 */
const CHANGES: ReadonlyMap<string, { readonly target: string; readonly type: FactType }> = new Map([
  ['pac-2020-core-level-2024', { target: 'core-level', type: 'TargetSet.v1' }],
  ['guidance-2022-core-level-2025', { target: 'core-level', type: 'TargetReworded.v1' }],
  ['july-2022-capability-ambition', { target: 'core-level', type: 'TargetReworded.v1' }],
  ['accounting-officer-2025-core-level-70', { target: 'core-level', type: 'ThresholdChanged.v1' }],
  ['minister-2022-coverage-90', { target: 'epr-coverage', type: 'TargetSet.v1' }],
  ['digital-plan-2022-coverage-100', { target: 'epr-coverage', type: 'ThresholdChanged.v1' }],
  ['accounting-officer-2025-coverage', { target: 'epr-coverage-or-in-progress', type: 'TargetSet.v1' }],
]);

/** The change of a target that a statement made public; undefined where it made none. When it was decided is not known. */
export function targetChange(row: Statement): Pick<PlannedEvent, 'subject' | 'type' | 'data'> | undefined {
  const change = CHANGES.get(row.key);
  if (change === undefined) return undefined;
  const { metric, population, target_date: deadline } = row;
  return {
    subject: `target-${change.target}`,
    type: change.type,
    data: present({
      ...(change.type === 'TargetSet.v1' ? { metric, population } : {}),
      wording: row.statement,
      thresholdPercentLow: row.percent_low,
      thresholdPercentHigh: row.percent_high,
      ...(deadline === undefined ? {} : { deadlineOn: deadline, deadlinePrecision: precisionOf(deadline) }),
      decidedPrecision: 'unknown',
      statement: row.key,
      source: sourceOf(row),
    }),
  };
}
