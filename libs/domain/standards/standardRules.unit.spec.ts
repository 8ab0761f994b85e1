import type { FactType } from '../events/factSchemas';
import { cutToPublic } from '../time/cutToPublic';
import type { Occurrence } from '../time/occurrence';
import { windowOf } from '../time/windowOf';
import { definition } from '../testing/standards';
import type { Told } from '../testing/story';
import { day, inMonth, on } from '../testing/story';
import type { Condition, StandardRules } from './condition';
import type { FamilyFact } from './lineage';
import { standingOn } from './standingOn';

type Of = readonly [trust: string, told: Told];

const family = (...told: readonly Of[]): FamilyFact[] =>
  told.map(([trust, { type, data, publicOn }], sequence) => ({
    ...{ trust, sequence, fact: String(sequence), type: type as FactType, data },
    window: cutToPublic(windowOf(data as unknown as Occurrence), day(publicOn as string)),
    publicOn: day(publicOn as string),
  }));
const standing = (rules: StandardRules, date: string, ...told: readonly Of[]) =>
  standingOn(rules, 'T', family(...told), day(date));
const level = (when: Condition, date: string, ...told: readonly Told[]): string =>
  standing(definition(when), date, ...told.map((one) => ['T', one] as const)).level;

const assessed = (date: string, careSetting: string, scores: object, more: object = {}): Told =>
  on(date, 'CapabilityAssessed.v1', {
    ...{ framework: 'DMA', frameworkVersion: '2025', careSetting, scores, assurance: 'self_assessed' },
    ...more,
  });
const wellLed = (atLeast: number, more: object = {}): Condition => ({
  score: { framework: 'DMA', measure: 'well_led', atLeast, ...more },
});
const live = (date: string, more: object = {}): Told => on(date, 'EprWentLive.v1', { deployment: 'a', ...more });
const signed = (date: string): Told => on(date, 'EprContractSigned.v1', { deployment: 'a' });
const returned = (date: string, state: string): Told => on(date, 'EprStateReported.v1', { state });

describe('the EPR in a standard', () => {
  const begun: Condition = { any: [{ epr: { atLeast: 'implementing' } }, { contract: { in: ['signed'] } }] };

  it('is at a step or beyond, and what counts as begun is for the version to say', () => {
    expect(level({ epr: { atLeast: 'implementing' } }, '2025-01-01', live('2024-01-01'))).toBe('core');
    expect(level({ epr: { atLeast: 'implementing' } }, '2025-01-01', signed('2024-01-01'))).toBe('not-known');
    expect(level(begun, '2025-01-01', signed('2024-01-01'))).toBe('core');
  });

  it('is below only where a return about the whole trust said so and nothing came after it', () => {
    const inUse: Condition = { epr: { atLeast: 'live' } };
    expect(level(inUse, '2025-01-01')).toBe('not-known');
    expect(level(inUse, '2025-01-01', returned('2024-01-01', 'procuring'))).toBe('below');
    expect(level(inUse, '2025-01-01', returned('2024-01-01', 'procuring'), live('2024-06-01'))).toBe('core');
    expect(level({ contract: { in: ['signed'] } }, '2025-01-01', returned('2024-01-01', 'procuring'))).toBe('below');
    const others: Condition = { contract: { in: ['awarded', 'signed'] } };
    expect(level(others, '2025-01-01', returned('2024-01-01', 'procuring'))).toBe('not-known');
  });

  it('counts a deployment that covers the main care setting, as far as both are recorded', () => {
    const main: Condition = { epr: { atLeast: 'live', covering: ['main'] } };
    const provides = on('2020-01-01', 'CareSettingsProvided.v1', {
      careSettings: ['acute', 'community'],
      main: 'acute',
    });
    const covers = (setting: string): Told => live('2024-01-01', { careSettings: [setting] });
    expect(level(main, '2025-01-01', covers('acute'))).toBe('not-known');
    expect(level(main, '2025-01-01', provides, covers('acute'))).toBe('core');
    expect(level(main, '2025-01-01', provides, covers('community'))).toBe('not-known');
    expect(level(main, '2025-01-01', provides, live('2024-01-01'))).toBe('not-known');
  });

  it('of a deployment by its name is what was reported of it last', () => {
    const a: Condition = { epr: { in: ['live'], deployments: ['a'] } };
    expect(level(a, '2025-01-01', on('2024-01-01', 'EprProcurementStarted.v1', { deployment: 'a' }))).toBe('below');
    expect(level(a, '2025-01-01', on('2024-01-01', 'EprProcurementStarted.v1', { deployment: 'b' }))).toBe('not-known');
  });
});

describe('scores in a standard', () => {
  const acute = assessed('2025-06-01', 'acute', { well_led: 3 });
  const community = assessed('2025-06-01', 'community', { well_led: 1.5 });

  it.each([
    ['all', 2, 'below'],
    ['lowest', 1.5, 'core'],
    ['lowest', 1.6, 'below'],
    ['any', 3, 'core'],
    ['any', 3.1, 'below'],
    ['mean', 2.25, 'core'],
    ['mean', 2.26, 'below'],
  ])('rolled up over care settings by %s reach %d: %s', (rollUp, atLeast, expected) => {
    expect(level(wellLed(atLeast, { rollUp }), '2025-12-01', acute, community)).toBe(expected);
  });

  it('of one care setting leave the others aside', () => {
    expect(level(wellLed(2, { careSetting: 'acute' }), '2025-12-01', acute, community)).toBe('core');
  });

  it('have a mean as soon as what is missing could not change the answer', () => {
    const bare = assessed('2025-06-01', 'community', {});
    expect(level(wellLed(2, { rollUp: 'mean' }), '2025-12-01', acute, bare)).toBe('core');
    expect(level(wellLed(4.5, { rollUp: 'mean' }), '2025-12-01', acute, bare)).toBe('below');
    expect(level(wellLed(3, { rollUp: 'mean' }), '2025-12-01', acute, bare)).toBe('not-known');
  });

  it('over the care settings that a trust provides are not known until these are, and until each is assessed', () => {
    const rules = definition(wellLed(2), { rollUp: { by: 'all', over: 'provided' } });
    const provides = on('2020-01-01', 'CareSettingsProvided.v1', { careSettings: ['acute', 'community'] });
    expect(standing(rules, '2025-12-01', ['T', acute]).level).toBe('not-known');
    const partly = standing(rules, '2025-12-01', ['T', acute], ['T', provides]);
    expect(partly.level).toBe('not-known');
    expect(partly.lines[0]?.conditions[0]?.missing).toEqual(['No DMA assessment in this record for community.']);
  });

  it('restated in a later publication decide nothing', () => {
    const restated = assessed('2024-01-01', 'acute', { well_led: 3 }, { restated: true });
    expect(level(wellLed(2), '2025-12-01', restated)).toBe('not-known');
  });

  it('are those of the latest assessment with the assurance and version asked for', () => {
    const peer = assessed('2024-01-01', 'acute', { well_led: 1 }, { assurance: 'peer_reviewed' });
    expect(level(wellLed(2), '2025-12-01', peer, acute)).toBe('core');
    expect(level(wellLed(2, { assurance: ['peer_reviewed'] }), '2025-12-01', peer, acute)).toBe('below');
    expect(level(wellLed(2, { versions: ['2024'] }), '2025-12-01', acute)).toBe('not-known');
  });

  it('hold for so many months after the day assessed, the last day counted', () => {
    const fresh = wellLed(2, { withinMonths: 18 });
    const end = assessed('2024-08-31', 'acute', { well_led: 3 });
    expect(level(fresh, '2026-02-28', end)).toBe('core');
    expect(level(fresh, '2026-03-01', end)).toBe('not-known');
    const assessment: Condition = { assessed: { framework: 'DMA', withinMonths: 18 } };
    expect(level(assessment, '2026-02-28', end)).toBe('core');
    expect(level({ not: assessment }, '2026-03-01', end)).toBe('not-known');
  });

  it('of an assessment dated to a month may have lapsed from its first day on', () => {
    const within = inMonth('2024-08', 'CapabilityAssessed.v1', acute.data);
    const { occurredOn: _, precision: __, ...data } = acute.data;
    const vague: Told = { ...within, data: { ...data, occurredOn: '2024-08', precision: 'month' } };
    const fresh = wellLed(2, { withinMonths: 18 });
    expect(level(fresh, '2026-02-01', vague)).toBe('core');
    expect(level(fresh, '2026-02-02', vague)).toBe('not-known');
  });
});

describe('capabilities in a standard', () => {
  const status = (value: string): Told =>
    assessed('2025-06-01', 'acute', {}, { framework: 'DCF', frameworkVersion: '1', statuses: { notes: value } });
  const complete: Condition = { capability: { framework: 'DCF', capability: 'notes', in: ['completed'] } };

  it('have one of the statuses named', () => {
    expect(level(complete, '2025-12-01', status('completed'))).toBe('core');
    expect(level(complete, '2025-12-01', status('in_progress'))).toBe('below');
    expect(level(complete, '2025-12-01')).toBe('not-known');
  });
});

describe('conditions together', () => {
  const yes: Condition = { epr: { atLeast: 'live' } };
  const silent: Condition = { contract: { in: ['expired'] } };
  const no: Condition = { not: yes };

  it.each<[string, Condition, string]>([
    ['all with one not known', { all: [yes, silent] }, 'not-known'],
    ['all with one that fails', { all: [no, silent] }, 'below'],
    ['any with one that holds', { any: [yes, silent] }, 'core'],
    ['any with none that holds', { any: [no, silent] }, 'not-known'],
    ['not of what is not known', { not: silent }, 'not-known'],
    ['two of three where two hold', { atLeast: { count: 2, of: [yes, yes, silent] } }, 'core'],
    ['two of three where two fail', { atLeast: { count: 2, of: [no, no, silent] } }, 'below'],
    ['two of three where one may tip it', { atLeast: { count: 2, of: [yes, no, silent] } }, 'not-known'],
  ])('%s', (_, when, expected) => {
    expect(level(when, '2025-01-01', live('2024-01-01'))).toBe(expected);
  });

  it('may be referred to by name', () => {
    const rules = { ...definition({ rule: 'in-use' }), rules: { 'in-use': yes } };
    expect(standing(rules, '2025-01-01', ['T', live('2024-01-01')]).level).toBe('core');
  });

  it('that double at every step are looked at once each', () => {
    const names = Array.from({ length: 60 }, (_, at) => `r${at}`);
    const rules = Object.fromEntries(
      names.map((name, at) => {
        const next: Condition = at === 59 ? yes : { rule: `r${at + 1}` };
        return [name, { all: [next, next] } satisfies Condition];
      }),
    );
    expect(standing({ ...definition({ rule: 'r0' }), rules }, '2025-01-01', ['T', live('2024-01-01')]).level).toBe(
      'core',
    );
  });

  it('name a level only where it is certain, and say that the standard is met as soon as that is', () => {
    const rules: StandardRules = {
      ...definition(yes),
      levels: [{ name: 'below' }, { name: 'core', when: yes }, { name: 'full', when: { all: [yes, silent] } }],
    };
    const { level: name, meets, lines } = standing(rules, '2025-01-01', ['T', live('2024-01-01')]);
    expect([name, meets, lines[0]?.levels]).toEqual(['not-known', 'yes', ['core', 'full']]);
  });
});

describe('what a trust takes over', () => {
  const inUse: Condition = { epr: { atLeast: 'live' } };
  const rules = (mergerPolicy: StandardRules['mergerPolicy']) => definition(inUse, { mergerPolicy });
  const succeeded = (date: string): Of => ['A', on(date, 'TrustSucceeded.v1', { successors: [{ ods: 'T' }] })];
  const told: readonly Of[] = [
    ['T', returned('2020-01-01', 'procuring')],
    ['A', live('2021-01-01')],
    succeeded('2022-01-01'),
  ];

  it.each([
    ['acquirer-only', 'below'],
    ['any', 'core'],
    ['all', 'below'],
  ] as const)('by the policy %s: %s, from the succession on', (policy, expected) => {
    expect(standing(rules(policy), '2021-12-31', ...told).level).toBe('below');
    expect(standing(rules(policy), '2022-01-01', ...told).level).toBe(expected);
  });

  it('is what the predecessor had up to the succession, and what the trust itself did from then on', () => {
    const after = [...told, ['T', live('2023-01-01', { deployment: 'b' })]] as const;
    expect(standing(rules('all'), '2023-01-01', ...after).level).toBe('core');
    const late = [...told, ['A', on('2023-01-01', 'EprWithdrawn.v1', { deployment: 'a' })]] as const;
    expect(standing(rules('any'), '2023-01-01', ...late).level).toBe('core');
  });

  it('is not known while the succession may or may not have happened', () => {
    const vague: Of = ['A', inMonth('2022-01', 'TrustSucceeded.v1', { successors: [{ ods: 'T' }] })];
    const { level: name, open } = standing(rules('any'), '2022-01-15', told[0] as Of, told[1] as Of, vague);
    expect([name, open]).toEqual(['not-known', [2]]);
  });

  it('stands alone for a code that a merger made, which had nothing of its own', () => {
    const opened: Of = ['T', on('2022-01-01', 'TrustRegistered.v1', { name: 'T', country: 'England' })];
    const made = standing(rules('all'), '2022-01-01', ['A', live('2021-01-01')], succeeded('2022-01-01'), opened);
    expect([made.level, made.lines.map(({ from }) => from)]).toEqual(['core', ['A']]);
    const before: Of = ['T', on('2020-01-01', 'TrustRegistered.v1', { name: 'T', country: 'England' })];
    const acquired = standing(rules('all'), '2022-01-01', ['A', live('2021-01-01')], succeeded('2022-01-01'), before);
    expect([acquired.level, acquired.lines.map(({ from }) => from)]).toEqual(['not-known', [undefined, 'A']]);
  });

  it('lapses with what it came from', () => {
    const fresh = definition({ assessed: { framework: 'DMA', withinMonths: 12 } }, { mergerPolicy: 'any' });
    const old: Of = ['A', assessed('2021-06-01', 'acute', { well_led: 1 })];
    expect(standing(fresh, '2022-06-01', old, succeeded('2022-01-01')).level).toBe('core');
    expect(standing(fresh, '2022-06-02', old, succeeded('2022-01-01')).level).toBe('not-known');
  });
});
