import type { FactType } from '../events/factSchemas';
import type { FactVersion } from '../facts/factVersion';
import { CONTRACT_TYPES } from '../rules/contractRule';
import type { LevelRule, Verdict } from '../rules/levelRule';
import { NOT_KNOWN } from '../rules/levelRule';
import { USE_TYPES } from '../rules/useTypes';
import type { Day } from '../time/day';
import type { AssessmentAsked, Condition, StandardRules } from './condition';
import { conditionsOf } from './conditionParts';
import type { LevelRange } from './levelRange';
import { acrossLines, levelRange } from './levelRange';
import { passing } from './line';
import type { FamilyFact, Lineage } from './lineage';
import { lineageAfter, linesIn, sameLineage, standingLines } from './lineage';
import { monthsAfter } from './monthsAfter';

/** What a version's conditions look at. */
interface LookedAt {
  readonly types: ReadonlySet<FactType>;
  readonly frameworks: ReadonlySet<unknown>;
  /** Ages in months that are asked about, ascending. */
  readonly ages: readonly number[];
}

function assessmentAsked(condition: Condition): AssessmentAsked | undefined {
  if ('score' in condition) return condition.score;
  if ('capability' in condition) return condition.capability;
  return 'assessed' in condition ? condition.assessed : undefined;
}

/** A version that inherits nothing does not ask who came before. */
const SUCCESSION: readonly FactType[] = ['TrustRegistered.v1', 'TrustSucceeded.v1'];

function lookedAt(rules: StandardRules): LookedAt {
  const conditions = conditionsOf(rules).map(([, condition]) => condition);
  const asked = conditions.flatMap((condition) => assessmentAsked(condition) ?? []);
  const epr = conditions.some((condition) => 'epr' in condition || 'contract' in condition);
  const types: FactType[] = ['CareSettingsProvided.v1'];
  if (epr) types.push(...USE_TYPES, ...CONTRACT_TYPES);
  if (asked.length > 0) types.push('CapabilityAssessed.v1');
  if (rules.mergerPolicy !== 'acquirer-only') types.push(...SUCCESSION);
  const ages = asked.flatMap(({ withinMonths }) => withinMonths ?? []);
  return {
    types: new Set(types),
    frameworks: new Set(asked.map(({ framework }) => framework)),
    ages: [...new Set(ages)].sort((a, b) => a - b),
  };
}

const olderFrom = (day: Day, months: number): Day => (Number.isFinite(day) ? monthsAfter(day, months) + 1 : day);

/** An assessment that is asked about, and the day from which it is older than each of the ages asked about. */
function effectsAsked({ frameworks, ages }: LookedAt, fact: FactVersion): readonly FactVersion[] {
  if (fact.type !== 'CapabilityAssessed.v1') return [fact];
  // Scores restated in a later publication decide no standing of the earlier time.
  if (!frameworks.has(fact.data['framework']) || fact.data['restated'] === true) return [];
  const { earliest, latest } = fact.window;
  return [
    fact,
    ...ages.map((months) => ({
      ...fact,
      window: { earliest: olderFrom(earliest, months), latest: olderFrom(latest, months) },
      follows: passing(months),
    })),
  ];
}

/** What a lineage comes to for one trust: the levels that are possible, and what that rests on. */
export function rangeOf(rules: StandardRules, lineage: Lineage, trust: string): LevelRange {
  const lines = standingLines(linesIn(lineage, trust), rules.mergerPolicy);
  return acrossLines(
    rules,
    lines.map(({ line }) => levelRange(rules, line)),
  );
}

/** The level from which on a version is met. */
export const metFromOf = ({ metFrom, levels }: StandardRules): string | undefined => metFrom ?? levels[1]?.name;

export type Asked = 'level' | 'meets';

/** `not-known` where more than one outcome is possible. */
function verdictOf(rules: StandardRules, asked: Asked, { lowest, highest, entries }: LevelRange): Verdict {
  const met = rules.levels.findIndex(({ name }) => name === metFromOf(rules));
  const outcome = (level: number): string =>
    asked === 'level' ? (rules.levels[level]?.name ?? NOT_KNOWN) : level >= met ? 'yes' : 'no';
  const level = outcome(lowest) === outcome(highest) ? outcome(lowest) : NOT_KNOWN;
  return { level, why: entries.at(-1) ?? -1 };
}

/**
 * A version of a standard as a rule over one trust's facts and, where its merger policy asks for them, its predecessors':
 * the level that the trust is at, or whether it meets the standard. Facts are `FamilyFact`s. Why is the last recorded of
 * the entries that the verdict rests on.
 */
export function standardRule(id: string, rules: StandardRules, trust: string, asked: Asked): LevelRule<Lineage> {
  const looked = lookedAt(rules);
  const verdicts = new WeakMap<Lineage, Verdict>();
  return {
    id,
    types: looked.types,
    initial: [],
    evolve: (lineage, fact) => lineageAfter(lineage, fact as FamilyFact),
    same: sameLineage,
    verdict: (lineage) => {
      const verdict = verdicts.get(lineage) ?? verdictOf(rules, asked, rangeOf(rules, lineage, trust));
      verdicts.set(lineage, verdict);
      return verdict;
    },
    effects: (fact) => effectsAsked(looked, fact),
  };
}
