import * as fc from 'fast-check';
import { compareFacts } from '../facts/compareFacts';
import type { FactVersion } from '../facts/factVersion';
import { daysAround, trustFacts } from '../testing/arbitraryFacts';
import type { Day } from '../time/day';
import { contractRule } from './contractRule';
import { effectsOf } from './effectsOf';
import type { LevelRule, Verdict } from './levelRule';
import { NOT_KNOWN } from './levelRule';
import { levelRules } from './levelRules';
import { profileOf, verdictOn } from './profileOf';
import { deploymentPlanRule } from './planRules';
import { useRule } from './useRule';

const rules: readonly LevelRule<unknown>[] = [
  ...levelRules,
  useRule('a'),
  contractRule('a'),
  deploymentPlanRule('a', 'first'),
];

function inOrder(rule: LevelRule<unknown>, facts: readonly FactVersion[]): FactVersion[] {
  return facts
    .filter(({ type }) => rule.types.has(type))
    .flatMap((fact) => effectsOf(rule, fact))
    .sort(compareFacts);
}

const plain = ({ level, why }: Verdict): Verdict => ({ level, why });

/** The same by brute force: every choice of the open facts that may have happened, each folded by itself. */
function byEveryChoice(rule: LevelRule<unknown>, facts: readonly FactVersion[], day: Day): Verdict {
  const ordered = inOrder(rule, facts);
  const certain = ordered.filter((fact) => fact.window.latest <= day);
  const open = ordered.filter((fact) => {
    const { earliest, latest } = fact.window;
    return earliest <= day && day < latest;
  });
  const fold = (state: unknown, more: readonly FactVersion[]): unknown =>
    more.reduce((before: unknown, fact) => rule.evolve(before, fact), state);
  const start = fold(rule.initial, certain);
  const choices = (of: readonly FactVersion[]): FactVersion[][] =>
    of.reduce<FactVersion[][]>((all, fact) => [...all, ...all.map((choice) => [...choice, fact])], [[]]);
  const levels = choices(open).map((choice) => rule.verdict(fold(start, choice)).level);
  if (levels.every((level) => level === levels[0])) return plain(rule.verdict(start));
  const deciding = open.findLast((fact, index) =>
    choices(open.slice(0, index)).some((choice) => {
      const state = fold(start, choice);
      return rule.verdict(rule.evolve(state, fact)).level !== rule.verdict(state).level;
    }),
  );
  return { level: NOT_KNOWN, why: deciding?.sequence ?? -1 };
}

const verdictIn = (segments: readonly (Verdict & { readonly from: Day })[], day: Day): Verdict | undefined => {
  const segment = segments.findLast(({ from }) => from <= day);
  return segment && plain(segment);
};

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('says on every day what every choice of what may have happened says', () => {
    fc.assert(
      fc.property(trustFacts, (facts) => {
        const segments = profileOf(rule, facts);
        const days = daysAround(facts);
        const expected = days.map((day) => byEveryChoice(rule, facts, day));
        expect(days.map((day) => verdictIn(segments, day))).toEqual(expected);
        expect(days.map((day) => plain(verdictOn(rule, facts, day)))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('tiles all days, neighbours differing', () => {
    fc.assert(
      fc.property(trustFacts, (facts) => {
        const segments = profileOf(rule, facts);
        expect(segments[0]?.from).toBe(-Infinity);
        segments.slice(1).forEach((segment, index) => {
          const before = segments[index] as (typeof segments)[number];
          expect(segment.from).toBeGreaterThan(before.from);
          expect([segment.level, segment.why]).not.toEqual([before.level, before.why]);
        });
      }),
    );
  });

  it('does not depend on the order in which the facts are given, nor on facts of other types', () => {
    const shuffled = trustFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([facts, otherOrder]) => {
        const own = otherOrder.filter(({ type }) => rule.types.has(type));
        expect(profileOf(rule, own)).toEqual(profileOf(rule, facts));
      }),
    );
  });

  it('keeps its state, by reference, where a fact changes nothing', () => {
    fc.assert(
      fc.property(trustFacts, (facts) => {
        let state = rule.initial;
        for (const fact of inOrder(rule, facts)) {
          const next = rule.evolve(state, fact);
          expect(next === state || !rule.same(next, state)).toBe(true);
          state = next;
        }
      }),
    );
  });
});
