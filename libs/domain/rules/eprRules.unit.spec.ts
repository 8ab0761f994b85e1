import { effectiveVersions } from '../facts/effectiveVersions';
import type { Told } from '../testing/story';
import { day, inMonth, on, stream } from '../testing/story';
import { contractRule } from './contractRule';
import { eprLiveOrImplementingRule, eprLiveRule } from './eprCoverageRule';
import { eprStateRule } from './eprStateRule';
import type { LevelRule, Verdict } from './levelRule';
import { verdictOn } from './profileOf';
import { useRule } from './useRule';

const verdict = (rule: LevelRule<unknown>, told: readonly Told[], date: string): Verdict => {
  const { level, why } = verdictOn(rule, effectiveVersions(stream(...told)), day(date));
  return { level, why };
};
const level = (rule: LevelRule<unknown>, told: readonly Told[], date = '2026-01-01'): string =>
  verdict(rule, told, date).level;

const a = { deployment: 'a' };
const b = { deployment: 'b' };
const report = (date: string, data: Record<string, unknown>): Told => on(date, 'EprStateReported.v1', data);
const live = (date: string, data: Record<string, unknown> = a): Told => on(date, 'EprWentLive.v1', data);

describe('use@1', () => {
  const use = useRule('a');

  it.each([
    ['EprBusinessCaseApproved.v1', { stage: 'strategic_outline' }, 'outline_case'],
    ['EprBusinessCaseApproved.v1', { stage: 'outline' }, 'outline_case'],
    ['EprBusinessCaseApproved.v1', { stage: 'full' }, 'full_case'],
    ['EprProcurementStarted.v1', {}, 'procuring'],
    ['EprContractSigned.v1', {}, 'contracted'],
    ['EprImplementationStarted.v1', {}, 'implementing'],
    ['EprWentLive.v1', {}, 'live'],
    ['EprWentLive.v1', { extent: 'partial' }, 'live_partial'],
    ['EprUseSuspended.v1', {}, 'suspended'],
    ['EprUseResumed.v1', { extent: 'partial' }, 'live_partial'],
    ['EprWithdrawn.v1', {}, 'withdrawn'],
    ['EprContractAwarded.v1', { stage: 'awarded' }, 'not-known'],
    ['EprContractExpired.v1', {}, 'not-known'],
    ['EprPlanPublished.v1', {}, 'not-known'],
    ['EprGoLivePlanned.v1', { plannedFor: '2027', plannedPrecision: 'year' }, 'not-known'],
    ['EprGoLivePostponed.v1', {}, 'not-known'],
    ['EprProgrammeRated.v1', { rating: 'red' }, 'not-known'],
    ['IncidentReported.v1', { severity: 'critical' }, 'not-known'],
  ])('%s %j makes it %s', (type, data, expected) => {
    expect(level(use, [on('2020-01-01', type, { ...a, ...data })])).toBe(expected);
  });

  it('does not move down the ladder by a step that is dated to a month ending after a go-live', () => {
    expect(level(use, [live('2020-11-05'), inMonth('2020-11', 'EprContractSigned.v1', a)])).toBe('live');
  });

  it('is set anew by a step after a suspension or a withdrawal, and outright by a return', () => {
    const withdrawn = [live('2020-01-01'), on('2021-01-01', 'EprWithdrawn.v1', a)];
    expect(level(use, [...withdrawn, on('2022-01-01', 'EprProcurementStarted.v1', a)])).toBe('procuring');
    const suspended = [live('2020-01-01'), on('2021-01-01', 'EprUseSuspended.v1', a)];
    expect(level(use, [...suspended, on('2022-01-01', 'EprUseResumed.v1', a)])).toBe('live');
    expect(level(use, [live('2020-01-01'), report('2021-01-01', { ...a, state: 'implementing' })])).toBe(
      'implementing',
    );
  });

  it('is none where a return says so of the whole trust, and nothing by another return about the whole trust', () => {
    expect(level(use, [live('2020-01-01'), report('2021-01-01', { state: 'none' })])).toBe('none');
    expect(level(use, [report('2021-01-01', { state: 'live' })])).toBe('not-known');
  });
});

describe('contract@1', () => {
  const contract = contractRule('a');
  const awarded = (date: string, stage: string): Told => on(date, 'EprContractAwarded.v1', { ...a, stage });
  const signed = (date: string): Told => on(date, 'EprContractSigned.v1', a);

  it('goes forwards, expires, and begins anew', () => {
    expect(level(contract, [])).toBe('not-known');
    expect(level(contract, [awarded('2020-01-01', 'announced')])).toBe('announced');
    expect(level(contract, [awarded('2020-01-01', 'awarded'), awarded('2020-02-01', 'announced')])).toBe('awarded');
    expect(level(contract, [signed('2020-01-01'), awarded('2020-02-01', 'awarded')])).toBe('signed');
    const expired = [signed('2020-01-01'), on('2024-01-01', 'EprContractExpired.v1', a)];
    expect(level(contract, expired)).toBe('expired');
    expect(level(contract, [...expired, awarded('2025-01-01', 'announced')])).toBe('announced');
  });

  it('switches nothing off', () => {
    const told = [live('2016-05-23'), signed('2017-01-01'), on('2024-01-01', 'EprContractExpired.v1', a)];
    expect(level(eprLiveRule, told)).toBe('yes');
  });
});

describe('epr-state@1', () => {
  it('is the deployment that got furthest, and what brought it there', () => {
    const told = [live('2016-05-23'), on('2024-02-01', 'EprContractSigned.v1', b)];
    expect(verdict(eprStateRule, told, '2026-01-01')).toEqual({ level: 'live', why: 0 });
    const suspended = [...told, on('2025-01-01', 'EprUseSuspended.v1', a)];
    expect(verdict(eprStateRule, suspended, '2026-01-01')).toEqual({ level: 'suspended', why: 2 });
  });

  it('of two that got as far is the one that has been there longest', () => {
    expect(verdict(eprStateRule, [live('2020-01-01', b), live('2016-05-23')], '2026-01-01').why).toBe(1);
  });

  it('is not known where nothing says anything, plans and announced contracts included', () => {
    const told = [
      on('2024-02-01', 'EprContractAwarded.v1', { ...a, stage: 'announced' }),
      on('2024-10-31', 'EprGoLivePostponed.v1', a),
    ];
    expect(verdict(eprStateRule, told, '2026-01-01')).toEqual({ level: 'not-known', why: -1 });
  });

  it('is the state of the whole trust that a return names, until something gets further', () => {
    const told = [report('2023-03-31', { state: 'procuring' }), on('2024-01-01', 'EprImplementationStarted.v1', a)];
    expect(level(eprStateRule, told, '2023-12-31')).toBe('procuring');
    expect(level(eprStateRule, told, '2024-01-01')).toBe('implementing');
  });

  it('is none by a return, and a step after it counts', () => {
    const told = [
      live('2016-01-01'),
      report('2020-03-31', { state: 'none' }),
      on('2021-01-01', 'EprProcurementStarted.v1', a),
    ];
    expect(level(eprStateRule, told, '2020-03-31')).toBe('none');
    expect(level(eprStateRule, told, '2021-01-01')).toBe('procuring');
  });
});

describe('epr-live@1', () => {
  it('is not known in silence', () => {
    expect(verdict(eprLiveRule, [], '2026-01-01')).toEqual({ level: 'not-known', why: -1 });
  });

  it('is not known within the month of a go-live, and certain from its end', () => {
    const told = [inMonth('2016-05', 'EprWentLive.v1', a)];
    expect(level(eprLiveRule, told, '2016-04-30')).toBe('not-known');
    expect(verdict(eprLiveRule, told, '2016-05-30')).toEqual({ level: 'not-known', why: 0 });
    expect(verdict(eprLiveRule, told, '2016-05-31')).toEqual({ level: 'yes', why: 0 });
  });

  it('is certain from the day on which a report came before the end of its month', () => {
    const told = [{ ...inMonth('2025-11', 'EprWentLive.v1', a), publicOn: '2025-11-17' }];
    expect(level(eprLiveRule, told, '2025-11-16')).toBe('not-known');
    expect(level(eprLiveRule, told, '2025-11-17')).toBe('yes');
  });

  it('is not known, and never no, once the only known system is suspended', () => {
    const told = [live('2025-11-02'), on('2025-11-04', 'EprUseSuspended.v1', a)];
    expect(verdict(eprLiveRule, told, '2025-11-04')).toEqual({ level: 'not-known', why: 1 });
  });

  it('is still yes by the old system where the new one is suspended or only contracted', () => {
    const told = [live('2010-01-01'), live('2025-11-02', b), on('2025-11-04', 'EprUseSuspended.v1', b)];
    expect(level(eprLiveRule, told)).toBe('yes');
  });

  it.each(['none', 'outline_case', 'procuring', 'full_case', 'contracted', 'implementing'])(
    'is no by a return that says %s of the whole trust, until a go-live',
    (state) => {
      const told = [report('2023-03-31', { state }), live('2024-06-01')];
      expect(verdict(eprLiveRule, told, '2024-05-31')).toEqual({ level: 'no', why: 0 });
      expect(level(eprLiveRule, told, '2024-06-01')).toBe('yes');
    },
  );

  it.each(['suspended', 'withdrawn'])('is not known by a return that says %s of the whole trust', (state) => {
    expect(level(eprLiveRule, [report('2023-03-31', { state })])).toBe('not-known');
  });

  it('is not no by a return about one deployment', () => {
    expect(level(eprLiveRule, [report('2023-03-31', { ...a, state: 'none' })])).toBe('not-known');
  });

  it('is no longer no once a system has been in use since the return, though it is suspended now', () => {
    const told = [report('2023-03-31', { state: 'none' }), on('2025-01-01', 'EprUseSuspended.v1', a)];
    expect(level(eprLiveRule, told)).toBe('not-known');
  });

  it('stays no through steps short of use', () => {
    const told = [report('2023-03-31', { state: 'none' }), on('2024-01-01', 'EprContractSigned.v1', a)];
    expect(verdict(eprLiveRule, told, '2026-01-01')).toEqual({ level: 'no', why: 0 });
  });

  it('is yes where a deployment is live whatever step a later return names for the trust', () => {
    expect(level(eprLiveRule, [live('2016-01-01'), report('2023-03-31', { state: 'procuring' })])).toBe('yes');
  });
});

describe('epr-live-or-implementing@1', () => {
  it('counts a system that is being put in, also beside one that is suspended', () => {
    const told = [
      on('2024-01-01', 'EprImplementationStarted.v1', a),
      live('2024-02-01', b),
      on('2024-03-01', 'EprUseSuspended.v1', b),
    ];
    expect(verdict(eprLiveOrImplementingRule, told, '2026-01-01')).toEqual({ level: 'yes', why: 0 });
    expect(level(eprLiveRule, told)).toBe('not-known');
  });

  it('is no by a return short of implementing, until something gets there', () => {
    const told = [report('2023-03-31', { state: 'contracted' }), on('2024-01-01', 'EprImplementationStarted.v1', a)];
    expect(level(eprLiveOrImplementingRule, told, '2023-12-31')).toBe('no');
    expect(level(eprLiveOrImplementingRule, told, '2024-01-01')).toBe('yes');
  });

  it('is yes by a return that says implementing', () => {
    expect(level(eprLiveOrImplementingRule, [report('2023-03-31', { state: 'implementing' })])).toBe('yes');
  });

  it('is not known by a signed contract alone', () => {
    expect(level(eprLiveOrImplementingRule, [on('2024-01-01', 'EprContractSigned.v1', a)])).toBe('not-known');
  });
});

describe('facts whose day is not known', () => {
  it('count from the day they became public, and leave every earlier day not known', () => {
    const told = [{ type: 'EprWentLive.v1', data: { precision: 'unknown', ...a }, publicOn: '2026-06-30' }];
    expect(level(eprLiveRule, told, '2000-01-01')).toBe('not-known');
    expect(level(eprLiveRule, told, '2026-06-30')).toBe('yes');
  });

  it('do not unsettle what is so whether they happened or not', () => {
    const told = [
      live('2016-01-01'),
      { type: 'EprWentLive.v1', data: { precision: 'unknown', ...b }, publicOn: '2026-06-30' },
    ];
    expect(verdict(eprLiveRule, told, '2020-01-01')).toEqual({ level: 'yes', why: 0 });
  });
});
