import { effectiveVersions } from '../facts/effectiveVersions';
import type { Told } from '../testing/story';
import { day, inMonth, on, stream } from '../testing/story';
import type { LevelRule } from './levelRule';
import {
  deploymentPlanRule,
  lateAgainstFirstPlanRule,
  lateAgainstPlanRule,
  lateOn,
  planPublishedRule,
  reportedBy,
} from './planRules';
import { verdictOn } from './profileOf';

const verdict = (rule: LevelRule<unknown>, told: readonly Told[], date: string) => {
  const { level, why } = verdictOn(rule, effectiveVersions(stream(...told)), day(date));
  return `${level} ${why}`;
};
const against = (told: readonly Told[], date: string): string => verdict(deploymentPlanRule('a', 'latest'), told, date);
const againstFirst = (told: readonly Told[], date: string): string =>
  verdict(deploymentPlanRule('a', 'first'), told, date);

const a = { deployment: 'a' };
const planned = (made: string, plannedFor: string, data: Record<string, unknown> = a): Told =>
  on(made, 'EprGoLivePlanned.v1', {
    ...data,
    plannedFor,
    plannedPrecision: plannedFor.length === 7 ? 'month' : 'day',
  });
const postponed = (made: string, dates: Record<string, unknown> = {}): Told =>
  on(made, 'EprGoLivePostponed.v1', { ...a, ...dates });
const to = (plannedFor: string): Record<string, unknown> => ({ plannedFor, plannedPrecision: 'month' });
const live = (date: string, data: Record<string, unknown> = a): Told => on(date, 'EprWentLive.v1', data);

describe('late against the latest plan', () => {
  it('is not known where nothing was planned, whatever else is recorded', () => {
    expect(against([], '2026-01-01')).toBe('not-known -1');
    expect(against([on('2025-01-01', 'EprContractSigned.v1', a)], '2026-01-01')).toBe('not-known -1');
  });

  it('begins on the day after the last day of the period planned for', () => {
    const told = [planned('2024-01-10', '2024-09')];
    expect(against(told, '2024-01-09')).toBe('not-known -1');
    expect(against(told, '2024-09-30')).toBe('planned 0');
    expect(against(told, '2024-10-01')).toBe('late 0');
    expect(against([planned('2024-01-10', '2024-09-14')], '2024-09-15')).toBe('late 0');
  });

  it('ends with a new date, and not with a postponement that gives none', () => {
    const told = [planned('2024-01-10', '2024-09'), postponed('2024-10-05', to('2024-11'))];
    expect(against(told, '2024-10-04')).toBe('late 0');
    expect(against(told, '2024-10-05')).toBe('planned 1');
    expect(against(told, '2024-12-01')).toBe('late 1');
    expect(against([...told, postponed('2024-12-10')], '2024-12-11')).toBe('late 1');
  });

  it('is no date before the day that was planned for has passed, where the plan was given up', () => {
    const told = [planned('2024-01-10', '2024-12'), postponed('2024-10-31')];
    expect(against(told, '2024-12-31')).toBe('no-date 1');
    expect(against(told, '2025-01-01')).toBe('late 0');
    expect(against([postponed('2024-10-31')], '2025-01-01')).toBe('no-date 0');
  });

  it('ends when the go-live is reached, and what is planned after a suspension begins anew', () => {
    const told = [planned('2024-01-10', '2024-09'), live('2024-11-08')];
    expect(against(told, '2024-11-07')).toBe('late 0');
    expect(against(told, '2024-11-08')).toBe('reached 1');
    const suspended = [...told, on('2024-11-10', 'EprUseSuspended.v1', a)];
    expect(against(suspended, '2025-01-01')).toBe('ended 2');
    const again = [...suspended, planned('2025-02-01', '2025-06')];
    expect(againstFirst(again, '2025-06-30')).toBe('planned 3');
    expect(againstFirst(again, '2025-07-01')).toBe('late 3');
  });

  it('does not take a plan for something further in a system that is in use as a plan of its go-live', () => {
    expect(against([live('2024-01-01'), planned('2024-02-01', '2024-03')], '2025-01-01')).toBe('reached 0');
  });

  it('is not known while the day on which the plan was made is not certain', () => {
    const told = [inMonth('2024-01', 'EprGoLivePlanned.v1', { ...a, ...to('2024-09') })];
    expect(against(told, '2024-01-15')).toBe('not-known 0');
    expect(against(told, '2024-01-31')).toBe('planned 0');
  });

  it('counts a plan that became known after its day from the day on which it was made at the latest', () => {
    const told = [planned('2024-11-26', '2024-09')];
    expect(against(told, '2024-11-25')).toBe('not-known -1');
    expect(against(told, '2024-11-26')).toBe('late 0');
  });

  it('is late at once, and certainly, where a plan was made after its day or may have been', () => {
    const [first, second] = [planned('2024-01-10', '2024-03'), planned('2024-05-01', '2024-03')];
    expect(against([first, second], '2024-05-01')).toBe('late 1');
    const loosely = on('2024-04-20', 'EprGoLivePlanned.v1', {
      ...a,
      ...to('2024-05'),
      occurredBy: '2024-07-01',
      precision: 'between',
    });
    const told = [first, { ...loosely, publicOn: '2024-08-01' }];
    expect(against(told, '2024-05-31')).toBe('not-known 1');
    expect(against(told, '2024-06-01')).toBe('late 0');
    expect(against(told, '2024-07-01')).toBe('late 1');
  });

  it('is over where a return says that the trust has no EPR, until a plan is made', () => {
    const none = on('2025-01-01', 'EprStateReported.v1', { state: 'none' });
    expect(against([live('2024-01-01'), none], '2025-01-01')).toBe('not-known -1');
  });
});

describe('late against the first plan', () => {
  it('stays so however often the plan is moved', () => {
    const told = [planned('2024-01-10', '2024-09'), postponed('2024-08-05', to('2024-11'))];
    expect(againstFirst(told, '2024-09-30')).toBe('planned 0');
    expect(againstFirst(told, '2024-10-01')).toBe('late 0');
    expect(against(told, '2024-10-01')).toBe('planned 1');
    expect(againstFirst([...told, live('2024-10-20')], '2024-10-20')).toBe('reached 2');
  });

  it('is against the first that names a day', () => {
    const told = [postponed('2024-01-10'), planned('2024-02-01', '2024-03')];
    expect(againstFirst(told, '2024-04-01')).toBe('late 1');
  });
});

describe('a trust', () => {
  it('stands where its most pressing go-live stands', () => {
    const told = [live('2010-01-01', { deployment: 'old' }), planned('2024-01-10', '2024-09')];
    const of = (date: string): string => verdict(lateAgainstPlanRule, told, date);
    expect(of('2010-01-01')).toBe('reached 0');
    expect(of('2024-09-30')).toBe('not-late 1');
    expect(of('2024-10-01')).toBe('late 1');
    expect(verdict(lateAgainstFirstPlanRule, [...told, postponed('2024-09-01')], '2024-10-01')).toBe('late 1');
  });

  it('is neither late nor not late beyond what is reported; what was reached stays so', () => {
    const on = (level: string, date: string): string => lateOn({ level, why: 7 }, day(date), day('2024-11-26')).level;
    expect(on('late', '2024-11-26')).toBe('yes');
    expect(on('late', '2024-11-27')).toBe('not-known');
    expect(on('not-late', '2024-11-26')).toBe('no');
    expect(on('not-late', '2024-11-27')).toBe('not-known');
    expect(on('reached', '2030-01-01')).toBe('no');
    expect(on('ended', '2030-01-01')).toBe('no');
    expect(on('not-known', '2024-01-01')).toBe('not-known');
  });

  it('is reported up to the day by which something had happened and was public', () => {
    const window = { earliest: day('2024-10-01'), latest: day('2024-10-31') };
    expect(reportedBy(window, day('2024-11-25'))).toBe(day('2024-10-31'));
    expect(reportedBy(window, day('2024-09-01'))).toBe(day('2024-09-01'));
    expect(reportedBy({ earliest: -Infinity, latest: Infinity }, day('2026-01-01'))).toBe(-Infinity);
  });
});

describe('a published plan', () => {
  it('is yes from its day, and never no', () => {
    const told = [on('2024-05-01', 'EprPlanPublished.v1', a), planned('2025-01-01', '2025-06')];
    expect(verdict(planPublishedRule, told, '2024-04-30')).toBe('not-known -1');
    expect(verdict(planPublishedRule, told, '2024-05-01')).toBe('yes 0');
    expect(verdict(planPublishedRule, [planned('2025-01-01', '2024-06')], '2025-01-01')).toBe('yes 0');
  });
});
