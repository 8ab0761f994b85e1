import type { Decision } from '../deciding/decision';
import type { FactType } from '../events/factSchemas';
import type { Told } from '../testing/story';
import { accepted, given, on, refused, today } from '../testing/story';
import { decideTargetChange, changeRefused } from './decideTargetChange';

const DECIDED = { authority: 'The programme board', reasons: ['Suppliers are late'] };
const march = (year: string) => ({ deadlineOn: `${year}-03`, deadlinePrecision: 'month' });
const set = on('2022-06-01', 'TargetSet.v1', {
  metric: 'epr_coverage',
  wording: 'All trusts',
  thresholdPercentLow: 90,
  thresholdPercentHigh: 90,
  ...march('2025'),
});
const change = (name: string, data: object = {}): Told =>
  on('2023-07-10', `${name}.v1`, { ...DECIDED, ...(data as Record<string, unknown>) });
const when = ({ type, data }: Told, before: readonly Told[] = [set], target = 'coverage'): Decision =>
  decideTargetChange({ target, type: type as FactType, data }, given(...before), today);

it.each([
  ['a reworded target', change('TargetReworded', { wording: 'Nearly all trusts' })],
  ['another threshold', change('ThresholdChanged', { thresholdPercentLow: 95, thresholdPercentHigh: 95 })],
  ['a later date', change('DeadlineExtended', march('2026'))],
  ['a withdrawal', change('TargetWithdrawn')],
])('accepts %s', (_, told) => {
  expect(accepted(when(told))).toEqual([expect.objectContaining({ type: told.type, data: told.data })]);
});

it('accepts a first setting, and one after a withdrawal', () => {
  const first = change('TargetSet', { metric: 'epr_coverage', wording: 'All', ...march('2026') });
  expect(accepted(when(first, []))).toHaveLength(1);
  expect(accepted(when(first, [set, on('2023-01-01', 'TargetWithdrawn.v1')]))).toHaveLength(1);
});

it.each([
  ['nobody', { authority: undefined }, 'change-without-authority', '/authority'],
  ['for no reason', { reasons: undefined }, 'change-without-reasons', '/reasons'],
  ['for an empty list of reasons', { reasons: [] }, 'change-without-reasons', '/reasons'],
  ['to the same date', march('2025'), 'extension-not-later', '/deadlineOn'],
  ['to an earlier date', march('2024'), 'extension-not-later', '/deadlineOn'],
  ['to no date', { deadlineOn: undefined, deadlinePrecision: undefined }, 'extension-without-date', '/deadlineOn'],
  [
    'to a date before it was decided',
    { ...march('2023'), decidedOn: '2023-06', decidedPrecision: 'month' },
    'deadline-before-decision',
    '/deadlineOn',
  ],
  ['to a date before it was announced', march('2023'), 'deadline-before-decision', '/deadlineOn'],
  [
    'decided after it was announced',
    { decidedOn: '2023-08', decidedPrecision: 'month' },
    'decided-after-announced',
    '/decidedOn',
  ],
])('refuses an extension %s', (_, data, rule, pointer) => {
  const told = change('DeadlineExtended', { ...march('2026'), ...data });
  expect(refused(when(told))).toMatchObject({ rule, pointer });
});

it('moves from the date as it was moved last', () => {
  const moved = on('2023-01-01', 'DeadlineExtended.v1', march('2027'));
  expect(refused(when(change('DeadlineExtended', march('2026')), [set, moved])).rule).toBe('extension-not-later');
});

it('refuses what moves nothing, what is recorded already, and what cannot have been announced yet', () => {
  expect(refused(when(change('TargetReworded', { wording: 'All trusts' }))).rule).toBe('target-change-moves-nothing');
  const reworded = change('TargetReworded', { wording: 'Some trusts' });
  expect(refused(when(reworded, [set, reworded])).rule).toBe('fact-already-recorded');
  const ahead = on('2027-01-01', 'DeadlineExtended.v1', { ...DECIDED, ...march('2028') });
  expect(refused(when(ahead)).rule).toBe('happened-after-today');
});

it('refuses a change of a target that was never set, or was withdrawn, and to set one twice', () => {
  expect(refused(when(change('DeadlineExtended', march('2026')), [])).rule).toBe('unknown-target');
  const withdrawn = on('2023-01-01', 'TargetWithdrawn.v1');
  expect(refused(when(change('DeadlineExtended', march('2026')), [set, withdrawn])).rule).toBe('target-withdrawn');
  expect(refused(when(change('TargetSet', { metric: 'epr_coverage', wording: 'Again' }))).rule).toBe(
    'target-already-set',
  );
});

describe('the end of a programme', () => {
  const launched = on('2021-04-01', 'ProgrammeLaunched.v1', {
    name: 'A programme',
    endsOn: '2025-03',
    endsPrecision: 'month',
  });
  const funded = on('2022-04-01', 'FundingRevised.v1', { toGbpMillions: 3 });
  const revised = (endsOn: string) => change('ProgrammeEndRevised', { endsOn, endsPrecision: 'month' });

  it('is revised under its own id', () => {
    expect(accepted(when(revised('2026-03'), [launched, funded], 'a-programme-end'))).toHaveLength(1);
    expect(refused(when(revised('2025-03'), [launched], 'a-programme-end')).rule).toBe('extension-not-later');
    expect(refused(when(revised('2026-03'), [funded], 'a-programme-end')).rule).toBe('unknown-target');
  });

  it('and a target are not taken for each other', () => {
    expect(refused(when(revised('2026-03'), [launched], 'a-programme')).rule).toBe('target-is-no-programme-end');
    expect(refused(when(change('DeadlineExtended', march('2026')), [set], 'a-programme-end')).rule).toBe(
      'target-is-programme-end',
    );
  });
});

it.each([
  [{ thresholdPercentLow: 101 }, '/thresholdPercentLow'],
  [{ thresholdPercentLow: 90, thresholdPercentHigh: 100.5 }, '/thresholdPercentHigh'],
  [{ thresholdPercentLow: -1 }, '/thresholdPercentLow'],
])('refuses the threshold %j', (data, pointer) => {
  expect(changeRefused(data)).toMatchObject({ rule: 'threshold-out-of-range', pointer });
});

it('takes thresholds from 0 to 100, the lower end first', () => {
  expect(changeRefused({ ...DECIDED, thresholdPercentLow: 0, thresholdPercentHigh: 100 })).toBeUndefined();
  const crossed = change('ThresholdChanged', { thresholdPercentLow: 80, thresholdPercentHigh: 70 });
  expect(refused(when(crossed))).toMatchObject({ rule: 'threshold-ends-crossed' });
});
