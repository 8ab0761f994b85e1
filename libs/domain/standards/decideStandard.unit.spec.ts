import { eventSchemas } from '../events/eventSchemas';
import { Value } from '@sinclair/typebox/value';
import { FormatRegistry } from '@sinclair/typebox';
import { definition } from '../testing/standards';
import { accepted, eventId, given, on, refused, today } from '../testing/story';
import { parseDay } from '../time/day';
import { decideCorrection } from '../marks/decideCorrection';
import type { Condition, StandardDefinition } from './condition';
import { conditionsFault } from './conditionShape';
import { decideStandard } from './decideStandard';
import { SHIPPED } from './shipped';

FormatRegistry.Set('date', (text) => parseDay(text) !== undefined);

const core: Condition = { score: { framework: 'DMA', measure: 'well_led', atLeast: 2 } };
const dated = { occurredOn: '2024-01-01', precision: 'day' };
const publish = (data: object, fold = given(), standard = 'core') =>
  decideStandard({ type: 'StandardPublished.v1', standard, data: { ...dated, ...data } }, fold, today);
const withdraw = (data: object, fold = given()) =>
  decideStandard({ type: 'StandardWithdrawn.v1', standard: 'core', data: { ...dated, ...data } }, fold, today);
const rules = (when: Condition, changes: Partial<StandardDefinition> = {}) => definition(when, changes);
const published = (version = '1') => on('2024-01-01', 'StandardPublished.v1', { ...rules(core, { version }) });

describe('publishing a version of a standard', () => {
  it('records it as given', () => {
    const [event] = accepted(publish(rules(core)));
    expect(event).toMatchObject({ type: 'StandardPublished.v1', data: { version: '1', metFrom: 'core' } });
    expect(Value.Check(eventSchemas['StandardPublished.v1'] as never, event?.data)).toBe(true);
  });

  it.each<[string, object, string, string]>([
    [
      'an unknown measure',
      rules({ score: { framework: 'DMA', measure: 'overall', atLeast: 2 } }),
      'unknown-measure',
      '/levels/1/when/score/measure',
    ],
    [
      'a measure that a version named does not have',
      rules({ score: { framework: 'DMA', versions: ['2023'], measure: 'well_led', atLeast: 2 } }),
      'unknown-framework-version',
      '/levels/1/when/score/versions/0',
    ],
    [
      'an unknown framework',
      rules({ assessed: { framework: 'XYZ' } }),
      'unknown-framework',
      '/levels/1/when/assessed/framework',
    ],
    [
      'a threshold over 100',
      rules({ any: [core, { score: { framework: 'DMA', measure: 'well_led', atLeast: 101 } }] }),
      'threshold-over-100',
      '/levels/1/when/any/1/score/atLeast',
    ],
    [
      'a threshold beyond the scale',
      rules({ not: { score: { framework: 'DMA', measure: 'well_led', atLeast: 6 } } }),
      'threshold-off-scale',
      '/levels/1/when/not/score/atLeast',
    ],
    [
      'a score of a framework that gives statuses',
      rules({ score: { framework: 'DCF', measure: 'notes', atLeast: 1 } }),
      'statuses-not-scored',
      '/levels/1/when/score/framework',
    ],
    [
      'a status of a framework that gives scores',
      rules({ capability: { framework: 'DMA', capability: 'notes', in: ['completed'] } }),
      'scores-not-statused',
      '/levels/1/when/capability/framework',
    ],
    [
      'a mean of statuses',
      rules({ capability: { framework: 'DCF', capability: 'notes', in: ['completed'], rollUp: 'mean' } }),
      'no-mean-of-statuses',
      '/levels/1/when/capability/rollUp',
    ],
    ['a reference to nothing', rules({ rule: 'live' }), 'unknown-rule', '/levels/1/when/rule'],
    [
      'more than there are',
      rules({ atLeast: { count: 3, of: [core, core] } }),
      'condition-unclear',
      '/levels/1/when/atLeast/count',
    ],
    [
      'a state and a step at once',
      rules({ epr: { atLeast: 'live', in: ['live'] } }),
      'condition-unclear',
      '/levels/1/when/epr',
    ],
    [
      'a step that is none',
      rules({ epr: { atLeast: 'suspended' } }),
      'condition-unclear',
      '/levels/1/when/epr/atLeast',
    ],
    [
      'a level without a condition',
      rules(core, { levels: [{ name: 'a' }, { name: 'b' }], metFrom: 'b' }),
      'levels-unclear',
      '/levels/1/when',
    ],
    [
      'two levels of one name',
      rules(core, { levels: [{ name: 'core' }, { name: 'core', when: core }] }),
      'levels-unclear',
      '/levels/1/name',
    ],
    [
      'a lowest level with a condition',
      rules(core, {
        levels: [
          { name: 'a', when: core },
          { name: 'core', when: core },
        ],
      }),
      'levels-unclear',
      '/levels/0/when',
    ],
    ['a standard met by the lowest level', rules(core, { metFrom: 'below' }), 'levels-unclear', '/metFrom'],
  ])('refuses %s', (_, data, rule, pointer) => {
    expect(refused(publish(data))).toMatchObject({ rule, pointer });
  });

  it('refuses rules in a circle, by their names', () => {
    const circle = rules({ rule: 'a' }, { rules: { a: { any: [core, { rule: 'b' }] }, b: { not: { rule: 'a' } } } });
    const rejection = refused(publish(circle));
    expect(rejection).toMatchObject({ rule: 'rules-in-a-circle', pointer: '/rules/a' });
    expect(rejection.sentence).toContain('a → b → a');
  });

  it('refuses a version that is published already, and one of a standard that comes with Milepost', () => {
    const again = refused(publish(rules(core), given(published())));
    expect(again).toMatchObject({ rule: 'standard-version-published', fact: eventId(0) });
    accepted(publish(rules(core, { version: '2' }), given(published())));
    expect(refused(publish(rules(core), given(), SHIPPED[0]?.id)).rule).toBe('standard-shipped');
  });

  it('refuses a publication on a day to come, though its rules may come into force later', () => {
    expect(refused(publish({ ...rules(core), occurredOn: '2030-01-01' })).rule).toBe('happened-after-today');
    accepted(publish(rules(core, { effectiveFrom: '2030-01-01' })));
  });

  it('holds a correction to the same', () => {
    const correct = (when: Condition) =>
      decideCorrection(
        { fact: eventId(0), replaces: eventId(0), reason: 'Misread.', data: { ...dated, ...rules(when) } },
        given(published()),
        today,
      );
    expect(refused(correct({ rule: 'gone' })).rule).toBe('unknown-rule');
    accepted(correct({ not: core }));
  });
});

describe('withdrawing', () => {
  it('takes one version or the whole standard, once', () => {
    const fold = given(published('1'), published('2'));
    accepted(withdraw({ version: '1' }, fold));
    accepted(withdraw({}, fold));
    const withdrawn = given(published('1'), on('2025-01-01', 'StandardWithdrawn.v1', { version: '1' }));
    expect(refused(withdraw({ version: '1' }, withdrawn)).rule).toBe('standard-version-withdrawn');
    accepted(withdraw({}, withdrawn));
  });

  it('refuses what was never published', () => {
    expect(refused(withdraw({})).rule).toBe('unknown-standard');
    expect(refused(withdraw({ version: '9' }, given(published()))).rule).toBe('unknown-standard-version');
  });
});

describe('what was sent as a condition', () => {
  const at = (when: unknown) => conditionsFault({ levels: [{ name: 'a' }, { name: 'b', when }] });

  it.each<[unknown, string]>([
    [{}, '/levels/1/when'],
    [{ all: [core], any: [core] }, '/levels/1/when'],
    [{ all: [] }, '/levels/1/when/all'],
    [{ all: [core, { maybe: core }] }, '/levels/1/when/all/1/maybe'],
    [{ not: { score: { framework: 'DMA', measure: 'well_led' } } }, '/levels/1/when/not/score/atLeast'],
    [{ any: [core, 'well_led'] }, '/levels/1/when/any/1'],
    [{ epr: { atLeast: 'live', on: 'a' } }, '/levels/1/when/epr/on'],
  ])('%j stops being one at %s', (when, pointer) => {
    expect(at(when)).toMatchObject({ rule: 'condition-unclear', pointer });
  });

  it('is not nested without end', () => {
    const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => ({ not: inner }), core);
    expect(at(deep)?.sentence).toBe('Conditions are nested at most 30 deep.');
  });

  it('is one of the kinds there are, also under a name', () => {
    expect(at(core)).toBeUndefined();
    expect(conditionsFault({ levels: [], rules: { a: { x: 1 } } })?.pointer).toBe('/rules/a/x');
  });
});

it('what comes with Milepost is a version like any other: its shape and its rules hold', () => {
  for (const { versions } of SHIPPED) {
    for (const version of versions) {
      accepted(publish(version));
      expect(Value.Check(eventSchemas['StandardPublished.v1'] as never, { ...dated, ...version })).toBe(true);
    }
  }
});
