import { day, given, inMonth, on } from '../testing/story';
import { stillNeeded, neededFor } from './stillNeeded';
import { targetOn, targetStatus } from './targetState';
import { targetSteps } from './targetSteps';

const share = (percent: number) => ({ thresholdPercentLow: percent, thresholdPercentHigh: percent });
const by = (deadlineOn: string) => ({ deadlineOn, deadlinePrecision: 'month' });
const { facts } = given(
  inMonth('2022-02', 'TargetSet.v1', { metric: 'epr_coverage', wording: '90%', ...share(90), ...by('2023-12') }),
  inMonth('2022-06', 'ThresholdChanged.v1', { ...share(100), ...by('2025-03') }),
  on('2023-07-10', 'DeadlineExtended.v1', by('2026-03')),
  on('2024-01-01', 'TargetWithdrawn.v1'),
);
const at = (text: string) => targetOn(facts, day(text));

describe('a target on a day', () => {
  it('is as it was last announced', () => {
    expect(at('2022-03-31')).toMatchObject({
      wording: { value: '90%', why: 0 },
      threshold: { value: { low: 90, high: 90 }, why: 0 },
      deadline: { value: { text: { on: '2023-12' }, window: { latest: day('2023-12-31') } } },
      population: { value: undefined, why: -1, open: false },
    });
    expect(at('2023-12-31')).toMatchObject({
      wording: { value: '90%', why: 0 },
      threshold: { value: { low: 100 }, why: 1 },
      deadline: { value: { text: { on: '2026-03' } }, why: 2 },
    });
  });

  it('is not known, in what a change would change, on the days of a period that the change lies in', () => {
    expect(at('2022-06-15')).toMatchObject({
      wording: { value: '90%', open: false },
      threshold: { value: undefined, why: 1, open: true },
      deadline: { value: undefined, why: 1, open: true },
    });
    expect(at('2022-06-30').threshold.value).toEqual({ low: 100, high: 100 });
  });

  it.each([
    ['2022-01-31', 'not-known'],
    ['2022-02-10', 'not-known'],
    ['2022-02-28', 'in-force'],
    ['2024-01-01', 'withdrawn'],
  ])('on %s: %s', (text, status) => {
    expect(targetStatus(at(text))).toBe(status);
  });
});

it('tells what each change moved, from what, and which extended the date in so many words', () => {
  const steps = targetSteps(facts);
  expect(steps.map(({ moved }) => moved.map(({ member }) => member))).toEqual([
    ['wording', 'metric', 'threshold', 'deadline', 'withdrawn'],
    ['threshold', 'deadline'],
    ['deadline'],
    ['withdrawn'],
  ]);
  expect(steps[1]?.moved[0]).toMatchObject({ from: { low: 90 }, to: { low: 100 } });
  expect(steps.map(({ extension }) => extension)).toEqual([false, false, true, false]);
});

describe('what is still needed', () => {
  it.each([
    [70, 205, 144],
    [90, 210, 189],
    [100, 205, 205],
    [0, 205, 0],
    [66.7, 1000, 667],
    [33.3, 3, 1],
    [70, 0, 0],
  ])('%d%% of %d is at least %d', (percent, denominator, needed) => {
    expect(neededFor(percent, denominator)).toBe(needed);
  });

  it('is a range while anything is not known, and nothing once it is met', () => {
    const threshold = { low: 70, high: 70 };
    expect(stillNeeded(threshold, { numerator: 115, denominator: 205, notKnown: 0 })).toEqual({
      needed: 144,
      low: 29,
      high: 29,
    });
    expect(stillNeeded(threshold, { numerator: 115, denominator: 205, notKnown: 5 })).toEqual({
      needed: 144,
      low: 24,
      high: 29,
    });
    expect(stillNeeded(threshold, { numerator: 150, denominator: 205, notKnown: 5 })).toEqual({
      needed: 144,
      low: 0,
      high: 0,
    });
  });
});
