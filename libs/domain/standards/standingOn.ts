import type { Day } from '../time/day';
import { compareFacts } from '../facts/compareFacts';
import { effectsOf } from '../rules/effectsOf';
import { verdictOn } from '../rules/profileOf';
import type { Condition, StandardRules } from './condition';
import { conditionFinder } from './conditionFinder';
import { conditionInWords } from './conditionInWords';
import { conditionsOf } from './conditionParts';
import type { Finding } from './finding';
import { levelRange } from './levelRange';
import type { FamilyFact, Lineage } from './lineage';
import { linesIn, standingLines } from './lineage';
import { standardRule } from './standardRule';

/** What became of one condition that looks at facts. */
export interface ConditionFinding extends Finding {
  /** JSON pointer into the version's rules. */
  readonly pointer: string;
  readonly condition: Condition;
  /** In words that follow "it holds where". */
  readonly words: string;
}

/** What one line of succession comes to by what is certain. */
export interface LineStanding {
  /** The predecessor whose line it is; undefined: the trust's own. */
  readonly from: string | undefined;
  /** The levels that are possible, lowest first. */
  readonly levels: readonly string[];
  readonly conditions: readonly ConditionFinding[];
}

/** Where a trust stands on a day, and why. */
export interface Standing {
  /** A level of the version, or `not-known`. */
  readonly level: string;
  /** `yes`, `no`, `not-known`. */
  readonly meets: string;
  /** The last recorded of the entries that decided; -1 where nothing did. */
  readonly why: number;
  readonly lines: readonly LineStanding[];
  /** Entries of which it is not certain by the day whether they had happened, or had lapsed. */
  readonly open: readonly number[];
}

function findingsOf(rules: StandardRules, find: (condition: Condition) => Finding): ConditionFinding[] {
  return conditionsOf(rules).flatMap(([pointer, condition]) => {
    const words = conditionInWords(condition);
    return words === undefined ? [] : [{ pointer, condition, words, ...find(condition) }];
  });
}

/** The level and its reasons, from the effective facts of a trust and of those that it succeeded, in any order. */
export function standingOn(rules: StandardRules, trust: string, facts: readonly FamilyFact[], day: Day): Standing {
  const level = standardRule('level', rules, trust, 'level');
  const meets = standardRule('meets', rules, trust, 'meets');
  const effects = facts
    .filter(({ type }) => level.types.has(type))
    .flatMap((fact) => effectsOf(level, fact))
    .sort(compareFacts);
  const certain: Lineage = effects
    .filter(({ window }) => window.latest <= day)
    .reduce((lineage, fact) => level.evolve(lineage, fact), level.initial);
  const open = effects.filter(({ window }) => window.earliest <= day && day < window.latest);
  const verdict = verdictOn(level, facts, day);
  return {
    level: verdict.level,
    meets: verdictOn(meets, facts, day).level,
    why: verdict.why,
    lines: lineStandings(rules, certain, trust),
    open: [...new Set(open.map(({ sequence }) => sequence))].sort((a, b) => a - b),
  };
}

function lineStandings(rules: StandardRules, lineage: Lineage, trust: string): LineStanding[] {
  return standingLines(linesIn(lineage, trust), rules.mergerPolicy).map(({ from, line }) => {
    const { lowest, highest } = levelRange(rules, line);
    const levels = rules.levels.slice(lowest, highest + 1).map(({ name }) => name);
    return { from, levels, conditions: findingsOf(rules, conditionFinder(rules, line)) };
  });
}
