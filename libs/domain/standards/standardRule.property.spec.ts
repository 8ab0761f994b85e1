import * as fc from 'fast-check';
import { compareFacts } from '../facts/compareFacts';
import { effectsOf } from '../rules/effectsOf';
import type { LevelRule } from '../rules/levelRule';
import { NOT_KNOWN } from '../rules/levelRule';
import { profileOf, verdictOn } from '../rules/profileOf';
import { daysAround } from '../testing/arbitraryFacts';
import { byOneMeasure, familyFacts, standardRules, succeedingFacts } from '../testing/standards';
import type { Day } from '../time/day';
import type { StandardRules } from './condition';
import { levelRange } from './levelRange';
import type { Line } from './line';
import { EMPTY_LINE, lineAfter } from './line';
import type { FamilyFact, Lineage } from './lineage';
import { monthsAfter } from './monthsAfter';
import { standardRule } from './standardRule';
import { standingOn } from './standingOn';

/** What has happened, in order: each line of a trust by its own facts alone, and those of who came before up to the succession. */
function linesOf(trust: string, happened: readonly FamilyFact[], past: readonly string[] = []): Line[] {
  const fold = (start: Line, facts: readonly FamilyFact[], holds: (fact: FamilyFact) => boolean): Line =>
    facts.filter((fact) => fact.follows !== undefined || holds(fact)).reduce(lineAfter, start);
  const isOwn = (fact: FamilyFact): boolean => fact.trust === trust && !/Trust(Succeeded|Registered)/.test(fact.type);
  const own = fold(EMPTY_LINE, happened, isOwn);
  const inherited = happened.flatMap((fact, at) => {
    const successors = (fact.data['successors'] ?? []) as { ods: string }[];
    const from = fact.trust;
    if (!successors.some(({ ods }) => ods === trust) || past.includes(from)) return [];
    const before = happened.slice(0, at);
    const lines = linesOf(from, before, [...past, trust]);
    return lines.map((line) => fold(line, happened.slice(at + 1), isOwn));
  });
  return [own, ...inherited];
}

/** Every choice of what may have happened by a day, in order. */
function worlds(rule: LevelRule<Lineage>, facts: readonly FamilyFact[], day: Day): FamilyFact[][] {
  const effects = facts
    .filter(({ type }) => rule.types.has(type))
    .flatMap((fact) => effectsOf(rule, fact) as FamilyFact[])
    .sort(compareFacts);
  return effects.reduce<FamilyFact[][]>(
    (all, effect) => {
      if (effect.window.latest <= day) return all.map((world) => [...world, effect]);
      return effect.window.earliest <= day ? [...all, ...all.map((world) => [...world, effect])] : all;
    },
    [[]],
  );
}

/** The level that all worlds give for certain; one line at a time, the best or worst of them. */
function byEveryChoice(rules: StandardRules, facts: readonly FamilyFact[], day: Day): string {
  const rule = standardRule('x', rules, 'T', 'level');
  const names = rules.levels.map(({ name }) => name);
  const levels = worlds(rule, facts, day).flatMap((world) => {
    const lines = rules.mergerPolicy === 'acquirer-only' ? linesOf('T', world).slice(0, 1) : linesOf('T', world);
    const ranges = lines.map((line) => levelRange(rules, line));
    const pick = rules.mergerPolicy === 'all' ? Math.min : Math.max;
    return [pick(...ranges.map(({ lowest }) => lowest)), pick(...ranges.map(({ highest }) => highest))];
  });
  const [first] = levels;
  return levels.every((level) => level === first) ? (names[first as number] as string) : NOT_KNOWN;
}

/** A trust succeeded by way of one line once and without a circle: what the plain telling above can say. */
const isSimple = (facts: readonly FamilyFact[]): boolean => {
  const pairs = facts.flatMap(({ trust, data }) =>
    ((data['successors'] ?? []) as { ods: string }[]).map(({ ods }) => `${trust}>${ods}`),
  );
  const into = pairs.filter((pair) => pair.endsWith('>T'));
  return new Set(pairs).size === pairs.length && !pairs.some((pair) => pair.startsWith('T>')) && into.length <= 1;
};

const withoutOpenings = (facts: FamilyFact[]): FamilyFact[] =>
  facts.filter(({ type }) => type !== 'TrustRegistered.v1');

const days = (facts: readonly FamilyFact[]): Day[] => {
  const around = daysAround(facts);
  return [...around, ...around.map((day) => monthsAfter(day, 1) + 1)];
};

describe('a standard as a rule', () => {
  it('says on every day what every choice of what may have happened says, line by line', () => {
    fc.assert(
      fc.property(standardRules, familyFacts.map(withoutOpenings).filter(isSimple), (rules, facts) => {
        const rule = standardRule('x', rules, 'T', 'level');
        for (const day of days(facts)) {
          expect([day, verdictOn(rule, facts, day).level]).toEqual([day, byEveryChoice(rules, facts, day)]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('says of successions, one after another, what each line by itself says', () => {
    fc.assert(
      fc.property(byOneMeasure, succeedingFacts.filter(isSimple), (rules, facts) => {
        const rule = standardRule('x', rules, 'T', 'level');
        for (const day of daysAround(facts)) {
          expect([day, verdictOn(rule, facts, day).level]).toEqual([day, byEveryChoice(rules, facts, day)]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('has one profile whatever order the facts are given in, and the profile agrees with each day', () => {
    const shuffled = familyFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(standardRules, shuffled, (rules, [facts, other]) => {
        const rule = standardRule('x', rules, 'T', 'meets');
        const profile = profileOf(rule, facts);
        expect(profileOf(rule, other)).toEqual(profile);
        for (const day of days(facts)) {
          const { level, why } = verdictOn(rule, facts, day);
          const segment = profile.findLast(({ from }) => from <= day);
          expect({ level: segment?.level, why: segment?.why }).toEqual({ level, why });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps its state, by reference, where a fact changes nothing', () => {
    fc.assert(
      fc.property(standardRules, familyFacts, (rules, facts) => {
        const rule = standardRule('x', rules, 'T', 'level');
        let state = rule.initial;
        for (const fact of facts.flatMap((one) => effectsOf(rule, one)).sort(compareFacts)) {
          const next = rule.evolve(state, fact);
          expect(next === state || !rule.same(next, state)).toBe(true);
          state = next;
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives reasons that name facts that there are, and is met where and only where its level says so', () => {
    fc.assert(
      fc.property(standardRules, familyFacts, (rules, facts) => {
        const met = rules.levels.findIndex(({ name }) => name === rules.metFrom);
        const known = new Set(facts.map(({ sequence }) => sequence));
        for (const day of days(facts)) {
          const { level, meets, why, lines, open } = standingOn(rules, 'T', facts, day);
          const at = rules.levels.findIndex(({ name }) => name === level);
          if (at >= 0) expect(meets).toBe(at >= met ? 'yes' : 'no');
          const entries = lines.flatMap(({ conditions }) => conditions.flatMap((one) => one.entries));
          expect([...entries, ...open, why].filter((entry) => entry >= 0 && !known.has(entry))).toEqual([]);
          const unexplained = lines.flatMap(({ conditions }) =>
            conditions.filter(({ truth, missing }) => (truth === 'not-known') === (missing.length === 0)),
          );
          expect(unexplained).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
