import type { DecidingContext } from '../deciding/decidingContext';
import type { Rejection } from '../deciding/decision';
import { happenedByNow } from '../deciding/happenedByNow';
import type { CapabilityAssessed } from '../events/capability';
import type { FactVersion } from '../facts/factVersion';
import { notAfterClosing } from '../register/withinLife';
import type { Framework } from './frameworks';
import { FRAMEWORKS } from './frameworks';

const assessed = ({ data }: FactVersion): CapabilityAssessed => data as unknown as CapabilityAssessed;

function scoreFault(measure: string, score: number, framework: Framework): Rejection | undefined {
  const { lowest, highest, whole, name } = framework;
  if (score >= lowest && score <= highest && (!whole || Number.isInteger(score))) return undefined;
  const sentence = `${name} scores are ${whole ? 'whole numbers ' : ''}from ${lowest} to ${highest}; ${score} is not.`;
  return { rule: 'score-out-of-range', sentence, pointer: `/scores/${measure}` };
}

function scored({ framework, frameworkVersion, scores, statuses }: CapabilityAssessed): Rejection | undefined {
  const scale = FRAMEWORKS[framework] as Framework;
  const measures = scale.measuresOf(frameworkVersion);
  if (!measures) {
    const sentence = `${framework} has no version ${frameworkVersion} that Milepost knows.`;
    return { rule: 'unknown-framework-version', sentence, pointer: '/frameworkVersion' };
  }
  if (statuses) {
    return { rule: 'statuses-not-scored', sentence: `${framework} gives scores, not statuses.`, pointer: '/statuses' };
  }
  const entries = Object.entries(scores);
  if (entries.length === 0) {
    return { rule: 'assessment-empty', sentence: 'An assessment has at least one score.', pointer: '/scores' };
  }
  for (const [measure, score] of entries) {
    if (!measures.some(({ id }) => id === measure)) {
      return {
        rule: 'unknown-measure',
        sentence: `${framework} ${frameworkVersion} has no measure ${measure}.`,
        pointer: `/scores/${measure}`,
        hint: `Its measures are ${measures.map(({ id }) => id).join(', ')}.`,
      };
    }
    const fault = scoreFault(measure, score, scale);
    if (fault) return fault;
  }
  return undefined;
}

/** The capabilities framework: a status for each capability and no scores. */
function statused({ scores, statuses }: CapabilityAssessed): Rejection | undefined {
  if (Object.keys(scores).length > 0) {
    return { rule: 'scores-not-statused', sentence: 'DCF gives statuses, not scores.', pointer: '/scores' };
  }
  if (statuses && Object.keys(statuses).length > 0) return undefined;
  return { rule: 'assessment-empty', sentence: 'An assessment has at least one status.', pointer: '/statuses' };
}

const overlap = ({ window: a }: FactVersion, { window: b }: FactVersion): boolean =>
  a.earliest <= b.latest && b.earliest <= a.latest;

/**
 * One assessment a framework, version and care setting: a second is a correction. A score restated in a later publication
 * stands beside the one first given. Where a version is not one round but criteria that last, only the same time counts.
 */
function assessedBefore(candidate: FactVersion, others: readonly FactVersion[]): Rejection | undefined {
  const { framework, frameworkVersion, careSetting, restated } = assessed(candidate);
  const repeats = FRAMEWORKS[framework]?.repeats ?? false;
  const same = others.find((other) => {
    if (other.type !== 'CapabilityAssessed.v1') return false;
    const it = assessed(other);
    return (
      it.framework === framework &&
      it.frameworkVersion === frameworkVersion &&
      it.careSetting === careSetting &&
      it.restated === restated &&
      (!repeats || overlap(other, candidate))
    );
  });
  if (!same) return undefined;
  return {
    rule: 'assessment-already-recorded',
    sentence: `${framework} ${frameworkVersion} is recorded already for this care setting.`,
    hint: `Correct fact ${same.fact} instead of recording it again.`,
    fact: same.fact,
  };
}

/** Whether an assessment can stand beside the other effective facts of its trust. */
export function checkAssessment(
  candidate: FactVersion,
  known: readonly FactVersion[],
  { today }: DecidingContext,
): Rejection | undefined {
  const others = known.filter(({ fact }) => fact !== candidate.fact);
  const data = assessed(candidate);
  return (
    happenedByNow(candidate, today) ??
    notAfterClosing(candidate, others) ??
    (data.framework === 'DCF' ? statused(data) : scored(data)) ??
    assessedBefore(candidate, others)
  );
}
