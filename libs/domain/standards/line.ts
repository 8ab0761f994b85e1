import type { CapabilityAssessed } from '../events/capability';
import type { CareSetting } from '../events/trustRegister';
import type { FactVersion } from '../facts/factVersion';
import { CONTRACT_TYPES, contractRule } from '../rules/contractRule';
import type { Verdict } from '../rules/levelRule';
import type { TrustEpr } from '../rules/trustEpr';
import { NOTHING_KNOWN, sameTrustEpr, trustEprAfter } from '../rules/trustEpr';
import { USE_TYPES } from '../rules/useTypes';

/** The care settings that a deployment was last said to cover, and the entry that said it. */
export interface Coverage {
  readonly deployment: string;
  readonly careSettings: readonly CareSetting[];
  readonly why: number;
}

export interface ContractStatus extends Verdict {
  readonly deployment: string;
}

/** The care settings that a trust was last said to provide. */
export interface Provided {
  readonly careSettings: readonly CareSetting[];
  readonly main: CareSetting | undefined;
  readonly why: number;
}

/** An assessment, and how many months of age it has certainly passed, of the ages that the rules ask for. */
export interface Assessed extends Pick<
  CapabilityAssessed,
  'framework' | 'frameworkVersion' | 'careSetting' | 'scores' | 'statuses' | 'assurance'
> {
  readonly why: number;
  readonly olderThan: number;
}

/** What one line of succession brings to a trust, for every standard: how far each fact of it has got. */
export interface Line {
  readonly epr: TrustEpr;
  readonly contracts: readonly ContractStatus[];
  readonly coverage: readonly Coverage[];
  readonly provided: Provided | undefined;
  /** The latest of each framework, version, care setting and assurance, in the order of facts. */
  readonly assessments: readonly Assessed[];
}

export const EMPTY_LINE: Line = {
  epr: NOTHING_KNOWN,
  contracts: [],
  coverage: [],
  provided: undefined,
  assessments: [],
};

/** Names what follows from an assessment when it is older than so many months. */
const PASSED = 'older-than-';
export const passing = (months: number): string => `${PASSED}${String(months).padStart(3, '0')}`;

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

function contractsAfter(contracts: Line['contracts'], fact: FactVersion): Line['contracts'] {
  const deployment = fact.data['deployment'] as string;
  const rule = contractRule(deployment);
  const before = contracts.find((contract) => contract.deployment === deployment);
  const after = rule.evolve(before ?? rule.initial, fact);
  if (after === (before ?? rule.initial)) return contracts;
  return [...contracts.filter((contract) => contract !== before), { deployment, level: after.level, why: after.why }];
}

function coverageAfter(coverage: Line['coverage'], { data, sequence }: FactVersion): Line['coverage'] {
  const deployment = data['deployment'] as string | undefined;
  const careSettings = data['careSettings'] as readonly CareSetting[] | undefined;
  if (deployment === undefined || careSettings === undefined) return coverage;
  const before = coverage.find((one) => one.deployment === deployment);
  if (before && sameList(before.careSettings, careSettings)) return coverage;
  return [...coverage.filter((one) => one !== before), { deployment, careSettings, why: sequence }];
}

function afterEprFact(line: Line, fact: FactVersion): Line {
  const epr = USE_TYPES.has(fact.type) ? trustEprAfter(line.epr, fact) : line.epr;
  const contracts = CONTRACT_TYPES.has(fact.type) ? contractsAfter(line.contracts, fact) : line.contracts;
  const coverage = coverageAfter(line.coverage, fact);
  const same = epr === line.epr && contracts === line.contracts && coverage === line.coverage;
  return same ? line : { ...line, epr, contracts, coverage };
}

function afterSettings(line: Line, { data, sequence }: FactVersion): Line {
  const careSettings = data['careSettings'] as readonly CareSetting[];
  const main = data['main'] as CareSetting | undefined;
  const { provided } = line;
  if (provided && sameList(provided.careSettings, careSettings) && provided.main === main) return line;
  return { ...line, provided: { careSettings, main, why: sequence } };
}

const sameSeries = (a: Assessed, b: Assessed): boolean =>
  a.framework === b.framework &&
  a.frameworkVersion === b.frameworkVersion &&
  a.careSetting === b.careSetting &&
  a.assurance === b.assurance;

function afterAssessment(line: Line, fact: FactVersion): Line {
  if (fact.follows !== undefined) return afterMonths(line, fact.sequence, Number(fact.follows.slice(PASSED.length)));
  const { framework, frameworkVersion, careSetting, scores, statuses, assurance } =
    fact.data as unknown as CapabilityAssessed;
  const assessed: Assessed = {
    ...{ framework, frameworkVersion, careSetting, scores, assurance },
    ...(statuses && { statuses }),
    why: fact.sequence,
    olderThan: 0,
  };
  return { ...line, assessments: [...line.assessments.filter((one) => !sameSeries(one, assessed)), assessed] };
}

function afterMonths(line: Line, why: number, months: number): Line {
  const at = line.assessments.findIndex((one) => one.why === why && one.olderThan < months);
  const assessed = line.assessments[at];
  if (!assessed) return line;
  return { ...line, assessments: line.assessments.with(at, { ...assessed, olderThan: months }) };
}

/** A line after one fact of its trust. The same reference where nothing changes. */
export function lineAfter(line: Line, fact: FactVersion): Line {
  if (fact.type === 'CapabilityAssessed.v1') return afterAssessment(line, fact);
  if (fact.type === 'CareSettingsProvided.v1') return afterSettings(line, fact);
  return afterEprFact(line, fact);
}

const sameVerdicts = (a: Line['contracts'], b: Line['contracts']): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(({ deployment, level, why }, at) => {
      const other = b[at];
      return deployment === other?.deployment && level === other.level && why === other.why;
    }));

const sameWhys = <T extends { readonly why: number }>(
  a: readonly T[],
  b: readonly T[],
  more: (a: T, b: T) => boolean,
): boolean => a === b || (a.length === b.length && a.every((one, at) => one.why === b[at]?.why && more(one, b[at])));

/** Whether two lines are the same for every later fact and every condition: an entry says the same wherever it counts. */
export function sameLine(a: Line, b: Line): boolean {
  return (
    a === b ||
    (a.provided?.why === b.provided?.why &&
      sameTrustEpr(a.epr, b.epr) &&
      sameVerdicts(a.contracts, b.contracts) &&
      sameWhys(a.coverage, b.coverage, (one, other) => one.deployment === other.deployment) &&
      sameWhys(a.assessments, b.assessments, (one, other) => one.olderThan === other.olderThan))
  );
}
