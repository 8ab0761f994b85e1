import type { FactCheck } from '../deciding/decideFact';
import type { Rejection } from '../deciding/decision';
import { happenedByNow } from '../deciding/happenedByNow';
import type { FactVersion } from '../facts/factVersion';
import { checkDefinition } from './checkDefinition';
import type { StandardDefinition } from './condition';

const versionOf = ({ data }: FactVersion): string | undefined => data['version'] as string | undefined;

const ofType = (facts: readonly FactVersion[], type: FactVersion['type']): FactVersion[] =>
  facts.filter((fact) => fact.type === type);

function publication(candidate: FactVersion, others: readonly FactVersion[]): Rejection | undefined {
  const rejection = checkDefinition(candidate.data as unknown as StandardDefinition);
  if (rejection) return rejection;
  const same = ofType(others, 'StandardPublished.v1').find((fact) => versionOf(fact) === versionOf(candidate));
  if (!same) return undefined;
  const sentence = `Version ${versionOf(candidate) as string} of this standard is published already.`;
  return { rule: 'standard-version-published', sentence, pointer: '/version', fact: same.fact };
}

function withdrawal(candidate: FactVersion, others: readonly FactVersion[]): Rejection | undefined {
  const version = versionOf(candidate);
  const published = ofType(others, 'StandardPublished.v1').map(versionOf);
  if (version !== undefined && !published.includes(version)) {
    const sentence = `This standard has no version ${version}.`;
    const hint = `Its versions are ${published.join(', ')}.`;
    return { rule: 'unknown-standard-version', sentence, pointer: '/version', hint };
  }
  const same = ofType(others, 'StandardWithdrawn.v1').find((fact) => versionOf(fact) === version);
  if (!same) return undefined;
  const sentence =
    version === undefined ? 'This standard is withdrawn already.' : `Version ${version} is withdrawn already.`;
  return { rule: 'standard-version-withdrawn', sentence, fact: same.fact };
}

/** Whether a publication or withdrawal can stand beside the other effective facts of its standard. */
export const checkStandard: FactCheck = (candidate, known, { today }) => {
  const others = known.filter(({ fact }) => fact !== candidate.fact);
  const check = candidate.type === 'StandardPublished.v1' ? publication : withdrawal;
  return happenedByNow(candidate, today) ?? check(candidate, others);
};
