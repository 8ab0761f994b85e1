import type { Rejection } from '../deciding/decision';
import { alreadyRecorded, recordedAs } from '../deciding/alreadyRecorded';
import type { FactVersion } from '../facts/factVersion';
import type { Step } from './stepTable';
import { stepOf } from './stepTable';

/** Steps that can come again at any time: a system goes live in part site by site, and plans are made and moved. */
const REPEATABLE: ReadonlySet<Step> = new Set<Step>(['live_partial', 'planned', 'postponed']);

const overlap = ({ window: a }: FactVersion, { window: b }: FactVersion): boolean =>
  a.earliest <= b.latest && b.earliest <= a.latest;

/**
 * The same step of the same deployment within the same days is the same fact, told again: it is corrected, not repeated.
 * Plans and go-lives in part are repeated only where all their data are the same.
 */
export function eprAlreadyRecorded(candidate: FactVersion, others: readonly FactVersion[]): Rejection | undefined {
  const step = stepOf(candidate);
  if (step === undefined || REPEATABLE.has(step)) return alreadyRecorded(candidate, others);
  const same = others.find(
    (other) =>
      other.type === candidate.type &&
      other.data['deployment'] === candidate.data['deployment'] &&
      other.data['stage'] === candidate.data['stage'] &&
      stepOf(other) === step &&
      overlap(other, candidate),
  );
  return same && recordedAs(same);
}
