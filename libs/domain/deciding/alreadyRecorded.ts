import type { FactVersion } from '../facts/factVersion';
import { sameJson } from '../facts/sameJson';
import type { Rejection } from './decision';

/** A fact in effect that stands in the way of recording it once more. */
export function recordedAs(fact: FactVersion): Rejection {
  return {
    rule: 'fact-already-recorded',
    sentence: 'This is recorded already.',
    hint: `Correct fact ${fact.fact} instead of recording it again.`,
    fact: fact.fact,
  };
}

/** The same fact with the same data is recorded once. */
export function alreadyRecorded(candidate: FactVersion, others: readonly FactVersion[]): Rejection | undefined {
  const same = others.find(({ type, data }) => type === candidate.type && sameJson(data, candidate.data));
  return same && recordedAs(same);
}
