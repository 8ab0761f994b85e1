import * as fc from 'fast-check';
import { ASSURANCES } from '../events/capability';
import type { ReportedEprState } from '../events/eprLifeCycle';
import { EPR_STATES } from '../events/eprLifeCycle';
import { CONTRACT_STATUSES, MERGER_POLICIES } from '../events/standards';
import { CARE_SETTINGS } from '../events/trustRegister';
import type { FactType } from '../events/factSchemas';
import type { Condition, StandardDefinition, StandardRules } from '../standards/condition';
import type { FamilyFact } from '../standards/lineage';
import { trustFacts, windows } from './arbitraryFacts';

/** A version of a standard with one level above the lowest, reached where the condition holds. */
export const definition = (when: Condition, changes: Partial<StandardDefinition> = {}): StandardDefinition => ({
  version: '1',
  purpose: 'standard',
  title: 'Core level',
  effectiveFrom: '2020-01-01',
  levels: [{ name: 'below' }, { name: 'core', when }],
  metFrom: 'core',
  rollUp: { by: 'all', over: 'assessed' },
  mergerPolicy: 'acquirer-only',
  ...changes,
});

const ofType = (type: FactType): FactType => type;

const NAMED = 'named';
const setting = fc.constantFrom(...CARE_SETTINGS.slice(0, 2));
const measure = fc.constantFrom('well_led', 'safe_practice');
const score = fc.constantFrom(1, 2, 3);

const asked = fc.record(
  {
    framework: fc.constant('DMA'),
    careSetting: setting,
    rollUp: fc.constantFrom('all' as const, 'any' as const, 'lowest' as const, 'mean' as const),
    withinMonths: fc.constantFrom(1, 2),
    assurance: fc.constant([ASSURANCES[1]]),
  },
  { requiredKeys: ['framework'] },
);
const states = fc.uniqueArray(fc.constantFrom(...EPR_STATES), { minLength: 1, maxLength: 3 });

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .constantFrom<ReportedEprState>('procuring', 'implementing', 'live')
    .map((atLeast): Condition => ({ epr: { atLeast } })),
  states.map((some): Condition => ({ epr: { in: some, deployments: ['a'] } })),
  states.map((some): Condition => ({ epr: { in: some, covering: ['acute'] } })),
  fc.constantFrom(...CONTRACT_STATUSES).map((status): Condition => ({ contract: { in: [status] } })),
  fc
    .tuple(asked, measure, score)
    .map(([more, name, atLeast]): Condition => ({ score: { ...more, measure: name, atLeast } })),
  asked.map((assessed): Condition => ({ assessed })),
);

/** Conditions up to three deep; the named rule `named` is there to refer to. */
const conditions = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'condition' },
    { weight: 4, arbitrary: leaf },
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((of): Condition => ({ atLeast: { count: 2, of } })),
    fc.constant<Condition>({ rule: NAMED }),
  ),
})).condition;

/** Rules with two levels above the lowest, any merger policy and any roll-up. */
export const standardRules: fc.Arbitrary<StandardRules> = fc
  .record({
    low: conditions,
    high: conditions,
    named: leaf,
    mergerPolicy: fc.constantFrom(...MERGER_POLICIES),
    rollUp: fc.record({
      by: fc.constantFrom('all' as const, 'any' as const),
      over: fc.constantFrom('assessed' as const, 'provided' as const),
    }),
    metFrom: fc.constantFrom('low', 'high'),
  })
  .map(({ low, high, named, ...more }) => ({
    ...more,
    levels: [{ name: 'none' }, { name: 'low', when: low }, { name: 'high', when: high }],
    rules: { [NAMED]: named },
  }));

const assessment = fc
  .record(
    {
      framework: fc.constantFrom('DMA', 'DMA', 'EMRAM'),
      careSetting: setting,
      scores: fc.record({ well_led: score, safe_practice: score }, { requiredKeys: ['well_led'] }),
      assurance: fc.constantFrom(ASSURANCES[0], ASSURANCES[1]),
      restated: fc.constant(true),
    },
    { requiredKeys: ['framework', 'careSetting', 'scores', 'assurance'] },
  )
  .map((data) => ({ type: ofType('CapabilityAssessed.v1'), data: { frameworkVersion: '2025', ...data } }));
const provided = fc.subarray([...CARE_SETTINGS.slice(0, 2)], { minLength: 1 }).map((careSettings) => ({
  type: ofType('CareSettingsProvided.v1'),
  data: { careSettings, main: careSettings[0] },
}));
const covering = fc.constantFrom('a', 'b').map((deployment) => ({
  type: ofType('EprWentLive.v1'),
  data: { deployment, careSettings: ['acute'] },
}));
const succession = fc.constantFrom(['T'], ['A'], ['T', 'A']).map((successors) => ({
  type: ofType('TrustSucceeded.v1'),
  data: { successors: successors.map((ods) => ({ ods })) },
}));

const TRUSTS = ['T', 'A', 'B'];

/** Facts of a trust T and of others, some of which it succeeds, one of them by way of the other. */
export const familyFacts: fc.Arbitrary<FamilyFact[]> = fc
  .tuple(
    trustFacts,
    fc.array(fc.tuple(fc.oneof(assessment, assessment, provided, covering, succession), windows), { maxLength: 7 }),
    fc.array(fc.constantFrom(...TRUSTS), { minLength: 16, maxLength: 16 }),
  )
  .map(([facts, more, trusts]) =>
    [
      ...facts,
      ...more.map(([content, window]) => ({ ...content, window, fact: '', sequence: 0, publicOn: 20_048 })),
    ].map((fact, sequence) => {
      const named = trusts[sequence] as string;
      // T succeeds nobody to itself: what it hands on goes to A.
      const successors = (((fact.data as Record<string, unknown>)['successors'] ?? []) as { ods: string }[]).filter(
        ({ ods }) => ods !== named,
      );
      const data = fact.type === 'TrustSucceeded.v1' ? { successors } : fact.data;
      return { ...fact, data, sequence, fact: String(sequence), trust: named };
    }),
  );

const day = fc.integer({ min: 20_000, max: 20_012 });
const handedOn = fc.constantFrom(['A', 'T'], ['B', 'A'], ['B', 'T']).map(([from, to]) => ({
  trust: from,
  type: ofType('TrustSucceeded.v1'),
  data: { successors: [{ ods: to }] },
}));
const scored = fc.tuple(fc.constantFrom(...TRUSTS), fc.constantFrom(1, 2, 3)).map(([trust, well_led]) => ({
  trust,
  type: ofType('CapabilityAssessed.v1'),
  data: {
    framework: 'DMA',
    frameworkVersion: '2025',
    careSetting: 'acute',
    scores: { well_led },
    assurance: 'self_assessed',
  },
}));

/** Assessments of T, A and B by one measure, and successions among them, so that little else decides. */
export const succeedingFacts: fc.Arbitrary<FamilyFact[]> = fc
  .array(fc.tuple(fc.oneof({ weight: 2, arbitrary: scored }, handedOn), day, fc.constantFrom(0, 0, 2)), {
    minLength: 3,
    maxLength: 7,
  })
  .map((facts) =>
    facts.map(([content, earliest, length], sequence) => ({
      ...content,
      sequence,
      fact: String(sequence),
      window: { earliest, latest: earliest + length },
      publicOn: 20_048,
    })),
  );

/** Low from 2 on, high from 3 on, by one measure. */
export const byOneMeasure: fc.Arbitrary<StandardRules> = fc.constantFrom(...MERGER_POLICIES).map((mergerPolicy) => ({
  levels: [
    { name: 'none' },
    { name: 'low', when: { score: { framework: 'DMA', measure: 'well_led', atLeast: 2 } } },
    { name: 'high', when: { score: { framework: 'DMA', measure: 'well_led', atLeast: 3 } } },
  ],
  metFrom: 'low',
  rollUp: { by: 'all', over: 'assessed' },
  mergerPolicy,
}));
